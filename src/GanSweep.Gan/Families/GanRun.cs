using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Losses;
using GanSweep.Kernels.Optimizers;
using GanSweep.Networks.Families;
using GanSweep.Networks.Heads;
using GanSweep.Numerics.Elementary;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Losses;

namespace GanSweep.Gan.Families;

/// <summary>A GAN in training: the discriminator learns from every batch, the generator after every <c>discriminatorSteps</c> of those.</summary>
/// <param name="configuration">How it is trained.</param>
/// <param name="features">What rows are made of.</param>
/// <param name="engine">What computes it; disposed of with the run.</param>
internal sealed class GanRun(GanConfiguration configuration, FeatureLayout features, IGanEngine engine)
    : NetworkRun(engine.State.Parts, engine.State.GeneratorAverage)
{
    // Few enough for the activations of a pass to stay in the cache.
    private const int RowsInChunk = 2048;

    private readonly Objective _objective = Objective.Of(configuration);
    private readonly float[] _latents = new float[RowsInChunk * configuration.LatentDim];
    private readonly ChoiceHeads _heads = GanHeads.Of(configuration, features);
    private readonly float[] _noise = new float[features.Choices.IsEmpty ? 0 : RowsInChunk * features.Count];
    private readonly float[] _shown = new float[features.Choices.IsEmpty ? 0 : RowsInChunk * features.Count];
    private readonly float[] _logits = new float[RowsInChunk];

    private GanState State => engine.State;

    public override void Step(in TrainingStep step, EpochLossSums losses)
    {
        int batch = step.Rows.Length;
        engine.LearningRateFactor = LearningRateSchedule.FactorOf(configuration.LearningRateDecay, configuration.Epochs, step.Epoch);
        DiscriminatorLosses discriminator = engine.DiscriminatorStep(step.Rows);
        losses.Add(GanFamily.Discriminator, discriminator.Discriminator, batch);
        losses.Add(GanFamily.DiscriminatorReal, discriminator.Real, batch);
        losses.Add(GanFamily.DiscriminatorFake, discriminator.Fake, batch);

        // An epoch ends with the generator, however many batches it has.
        if (step.EndsEpoch || step.Number % configuration.DiscriminatorSteps == 0)
        {
            losses.Add(GanFamily.Generator, engine.GeneratorStep(batch), batch);
        }
    }

    public override void Generate(CounterRandom random, Span<float> rows)
    {
        int count = rows.Length / State.GeneratorShape.Outputs;
        Span<float> latents = _latents.AsSpan(0, count * configuration.LatentDim); // [rows, latentDim]
        random.FillNormal(latents);
        engine.Generate(latents, rows);
        _heads.Draw(random, rows, _noise);
    }

    /// <summary>
    /// max(0, 1 + ½ (E log2 D(x) + E log2(1 − D(G(z))))): at the discriminator's optimum, the Jensen–Shannon divergence in bits between
    /// the joint distributions of real and generated rows (Goodfellow et al. 2014, theorem 1), before it a lower estimate.
    /// </summary>
    public override double? EstimateDivergence(ReadOnlySpan<float> real, ReadOnlySpan<float> generated)
    {
        return _objective.GivesProbability ? Math.Max(0, 1 - (0.5 * (MeanBits(real, target: 1, areSaid: false) + MeanBits(generated, target: 0, areSaid: true)))) : null;
    }

    public override void Dispose()
    {
        engine.Dispose();
    }

    /// <summary>The discriminator's mean cross entropy on rows, in bits.</summary>
    /// <param name="rows"><c>[rows, features]</c>.</param>
    /// <param name="target">1 for real rows, 0 for generated ones.</param>
    /// <param name="areSaid">Whether they are as a generator says them: then it is shown what it was in training.</param>
    private double MeanBits(ReadOnlySpan<float> rows, double target, bool areSaid)
    {
        int count = rows.Length / features.Count;
        double sum = 0;
        for (int start = 0; start < count; start += RowsInChunk)
        {
            Span<float> logits = _logits.AsSpan(0, Math.Min(RowsInChunk, count - start));
            ReadOnlySpan<float> chunk = rows.Slice(start * features.Count, logits.Length * features.Count);
            if (areSaid && !_heads.IsEmpty)
            {
                _heads.Show(chunk, _shown);
                chunk = _shown.AsSpan(0, chunk.Length);
            }

            engine.Discriminate(chunk, logits);
            foreach (float logit in logits)
            {
                sum += CrossEntropy.At(logit, target).Loss;
            }
        }

        return sum / count / Logarithm.Of(2);
    }
}
