using System.Collections.Immutable;
using GanSweep.Kernels.Optimizers;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Losses;
using GanSweep.Vae.Configurations;
using GanSweep.Vae.Decoding;
using GanSweep.Vae.Engines;

namespace GanSweep.Vae.Families;

/// <summary>A VAE in training: encoder and decoder learn from every batch.</summary>
/// <param name="configuration">How it is trained.</param>
/// <param name="features">What rows are made of.</param>
/// <param name="engine">What computes it; disposed of with the run.</param>
internal sealed class VaeRun(VaeConfiguration configuration, FeatureLayout features, IVaeEngine engine) : IModelRun
{
    private readonly RowDraw _draw = new(features, configuration.LatentDim);

    public ImmutableArray<string> Parts => engine.State.Parts.Names;

    public ImmutableArray<long> Counters
    {
        get => engine.State.Parts.Counters;
        set => engine.State.Parts.Counters = value;
    }

    public Span<float> Weights => engine.State.Average.Values;

    public Span<float> Part(string name)
    {
        return engine.State.Parts[name];
    }

    public void Step(in TrainingStep step, EpochLossSums losses)
    {
        engine.LearningRateFactor = LearningRateSchedule.FactorOf(configuration.LearningRateDecay, configuration.Epochs, step.Epoch);
        engine.KlWeight = configuration.KlWeightIn(step.Epoch);
        VaeLosses before = engine.Step(step.Rows);
        losses.Add(VaeFamily.Reconstruction, before.Reconstruction, step.Rows.Length);
        losses.Add(VaeFamily.Choices, before.Choices, step.Rows.Length);
        losses.Add(VaeFamily.Kl, before.Kl, step.Rows.Length);
    }

    public void Generate(CounterRandom random, Span<float> rows)
    {
        _draw.Generate(engine, random, rows);
    }

    /// <summary>Null: a VAE has no judge.</summary>
    public double? EstimateDivergence(ReadOnlySpan<float> real, ReadOnlySpan<float> generated)
    {
        return null;
    }

    public void Dispose()
    {
        engine.Dispose();
    }
}
