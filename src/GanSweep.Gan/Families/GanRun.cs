using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Losses;
using GanSweep.Kernels.Optimizers;
using GanSweep.Networks.Families;
using GanSweep.Networks.Heads;
using GanSweep.Networks;
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
    private readonly GeneratorInputs _inputs = new(configuration.LatentDim, features.Context);
    private readonly ChoiceHeads _heads = GanHeads.Of(configuration, features);
    private readonly float[] _noise = new float[features.Choices.IsEmpty ? 0 : RowsInChunk * features.Count];
    private readonly float[] _shown = new float[features.Choices.IsEmpty ? 0 : RowsInChunk * features.Count];
    private readonly float[] _judged = new float[features.Context == 0 ? 0 : RowsInChunk * features.Width];
    private readonly float[] _logits = new float[RowsInChunk];

    public override int NormalsOfARow => configuration.LatentDim;

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
            losses.Add(GanFamily.Generator, engine.GeneratorStep(step.Rows), batch);
        }
    }

    public override void Generate(RowRandom random, Span<float> rows, ReadOnlySpan<float> contexts = default)
    {
        engine.Generate(_inputs.Draw(random, rows.Length / features.Count, contexts), rows);
        _heads.Draw(random, rows, _noise);
    }

    /// <summary>
    /// max(0, 1 + ½ (E log2 D(x) + E log2(1 − D(G(z))))): at the discriminator's optimum, the Jensen–Shannon divergence in bits between
    /// the joint distributions of real and generated rows (Goodfellow et al. 2014, theorem 1), before it a lower estimate.
    /// </summary>
    public override double? EstimateDivergence(ReadOnlySpan<float> real, ReadOnlySpan<float> generated, ReadOnlySpan<float> contexts = default)
    {
        return _objective.GivesProbability ? Math.Max(0, 1 - (0.5 * (MeanBitsOfReal(real) + MeanBitsOfGenerated(generated, contexts)))) : null;
    }

    public override void Dispose()
    {
        engine.Dispose();
    }

    // The discriminator's mean cross entropy on real rows with what came before them, in bits.
    private double MeanBitsOfReal(ReadOnlySpan<float> rows)
    {
        int count = rows.Length / features.Width;
        double sum = 0;
        for (int start = 0; start < count; start += RowsInChunk)
        {
            int taken = Math.Min(RowsInChunk, count - start);
            AddLosses(rows.Slice(start * features.Width, taken * features.Width), taken, target: 1, ref sum);
        }

        return sum / count / Logarithm.Of(2);
    }

    // Rows are as the generator says them; it is shown what it was in training.
    private double MeanBitsOfGenerated(ReadOnlySpan<float> rows, ReadOnlySpan<float> contexts)
    {
        int count = rows.Length / features.Count;
        double sum = 0;
        for (int start = 0; start < count; start += RowsInChunk)
        {
            int taken = Math.Min(RowsInChunk, count - start);
            ReadOnlySpan<float> chunk = rows.Slice(start * features.Count, taken * features.Count);
            if (!_heads.IsEmpty)
            {
                _heads.Show(chunk, _shown);
                chunk = _shown.AsSpan(0, chunk.Length);
            }

            if (features.Context > 0)
            {
                SideBySide.Copy(chunk, features.Count, 0, _judged, features.Width, 0, features.Count);
                SideBySide.Copy(contexts.Slice(start * features.Context, taken * features.Context), features.Context, 0, _judged, features.Width, features.Count, features.Context);
                chunk = _judged.AsSpan(0, taken * features.Width);
            }

            AddLosses(chunk, taken, target: 0, ref sum);
        }

        return sum / count / Logarithm.Of(2);
    }

    private void AddLosses(ReadOnlySpan<float> rows, int count, double target, ref double sum)
    {
        Span<float> logits = _logits.AsSpan(0, count);
        engine.Discriminate(rows, logits);
        foreach (float logit in logits)
        {
            sum += CrossEntropy.At(logit, target).Loss;
        }
    }
}
