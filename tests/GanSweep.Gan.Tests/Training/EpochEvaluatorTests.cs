using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Families;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Loop;
using GanSweep.Training.Tasks;

namespace GanSweep.Gan.Tests.Training;

public class EpochEvaluatorTests
{
    // Real rows are standardised, so none is 0; the stub generates nothing but 0.
    [Theory]
    [InlineData(0.75, 0.58496250072115619)]
    [InlineData(0.5, 0)]
    [InlineData(0.25, 0)]
    [InlineData(0.999999999, 0.9999999985573049)]
    public void Evaluate_WithADiscriminatorThatIsRightWithProbabilityP_EstimatesTheDivergence(double p, double expected)
    {
        TrainingTask task = TinyTask.Of(TinyTask.Configuration with { Loss = GanLoss.Minimax, Transform = TransformKind.Standard });
        using StubEngine engine = new(task, generated: 0, logit: Math.Log(p / (1 - p)));
        using GanRun run = new(GanConfiguration.Of(task.Configuration), engine);

        ScoredEpoch point = Evaluator(task).Evaluate(run, epoch: 5);

        Assert.Equal(5, point.Epoch);
        Assert.Equal(expected, point.Scores[Score.JsAdversarial]!.Value, 1e-6);
    }

    [Fact]
    public void Evaluate_OfARowThatIsNotANumber_SaysWhere()
    {
        TrainingTask task = TinyTask.Of(TinyTask.Configuration with { Transform = TransformKind.Standard });
        using StubEngine engine = new(task, generated: float.NaN, logit: 0);
        using GanRun run = new(GanConfiguration.Of(task.Configuration), engine);

        DivergedException exception = Assert.Throws<DivergedException>(() => Evaluator(task).Evaluate(run, epoch: 5));

        Assert.StartsWith("Diverged in epoch 5: the generator's row 1 has NaN in column 'first'.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_OfAWeightThatIsNotFinite_SaysSo()
    {
        TrainingTask task = TinyTask.Of(TinyTask.Configuration);
        using StubEngine engine = new(task, generated: 0, logit: 0);
        using GanRun run = new(GanConfiguration.Of(task.Configuration), engine);
        engine.State.GeneratorAverage.Values[7] = float.NegativeInfinity;

        DivergedException exception = Assert.Throws<DivergedException>(() => Evaluator(task).Evaluate(run, epoch: 5));

        Assert.StartsWith("Diverged in epoch 5: a weight of the generator is not finite.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EvaluateChosen_SixteenSamples_AreDrawnFromLatentsThatNoneShares()
    {
        TrainingTask task = TinyTask.Of(TinyTask.Configuration with { Transform = TransformKind.Standard });
        using StubEngine engine = new(task, generated: 0, logit: 0);
        using GanRun run = new(GanConfiguration.Of(task.Configuration), engine);
        EpochEvaluator evaluator = Evaluator(task);
        ScoredEpoch chosen = evaluator.Evaluate(run, epoch: 5);

        evaluator.EvaluateChosen(run, chosen);

        // The first sample is the epoch's own; each is drawn in one pass here.
        Assert.Equal(17, engine.Latents.Count);
        Assert.Equal(17, engine.Latents.DistinctBy(latents => latents[0]).Count());
    }

    private static EpochEvaluator Evaluator(TrainingTask task)
    {
        TableTransform transform = TableTransform.Fit(task.Configuration.Get(GanKeys.Transform), task.Table, clip: false);
        return new EpochEvaluator(task, HoldoutSplit.Of(task.Table, 0), transform, transform.Forward(task.Table));
    }

    /// <summary>Generates one value, and tells it from all others with one logit.</summary>
    private sealed class StubEngine(TrainingTask task, float generated, double logit) : IGanEngine
    {
        public GanState State { get; } = new(GanConfiguration.Of(task.Configuration), task.Seed, task.Table.ColumnCount);

        public double LearningRateFactor { get; set; }

        /// <summary>What was drawn for each pass.</summary>
        public List<float[]> Latents { get; } = [];

        public DiscriminatorLosses DiscriminatorStep(ReadOnlySpan<int> rows)
        {
            throw new NotSupportedException();
        }

        public double GeneratorStep(int batch)
        {
            throw new NotSupportedException();
        }

        public void Generate(ReadOnlySpan<float> latents, Span<float> rows)
        {
            Latents.Add(latents.ToArray());
            rows.Fill(generated);
        }

        public void Discriminate(ReadOnlySpan<float> rows, Span<float> logits)
        {
            for (int row = 0; row < logits.Length; row++)
            {
                bool real = rows[row * task.Table.ColumnCount] != generated;
                logits[row] = (float)(real ? logit : -logit);
            }
        }

        public void Dispose()
        {
            State.Dispose();
        }
    }
}
