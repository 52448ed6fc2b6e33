using GanSweep.Kernels.Optimizers;
using GanSweep.Networks.Families;
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
internal sealed class VaeRun(VaeConfiguration configuration, FeatureLayout features, IVaeEngine engine)
    : NetworkRun(engine.State.Parts, engine.State.Average)
{
    private readonly RowDraw _draw = new(features, configuration.LatentDim);

    public override int NormalsOfARow => _draw.NormalsOfARow;

    public override void Step(in TrainingStep step, EpochLossSums losses)
    {
        engine.LearningRateFactor = LearningRateSchedule.FactorOf(configuration.LearningRateDecay, configuration.Epochs, step.Epoch);
        engine.KlWeight = configuration.KlWeightIn(step.Epoch);
        VaeLosses before = engine.Step(step.Rows);
        losses.Add(VaeFamily.Reconstruction, before.Reconstruction, step.Rows.Length);
        losses.Add(VaeFamily.Choices, before.Choices, step.Rows.Length);
        losses.Add(VaeFamily.Kl, before.Kl, step.Rows.Length);
    }

    public override void Generate(RowRandom random, Span<float> rows, ReadOnlySpan<float> contexts = default)
    {
        _draw.Generate(engine, random, rows, contexts);
    }

    public override void Dispose()
    {
        engine.Dispose();
    }
}
