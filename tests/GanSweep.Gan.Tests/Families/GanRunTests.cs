using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Families;
using GanSweep.Gan.Tests.Training;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Tasks;

namespace GanSweep.Gan.Tests.Families;

public sealed class GanRunTests
{
    // Real rows are standardised, so none is 0; the stub generates nothing but 0.
    [Theory]
    [InlineData(0.75, 0.58496250072115619)]
    [InlineData(0.5, 0)]
    [InlineData(0.25, 0)]
    [InlineData(0.999999999, 0.9999999985573049)]
    public void EstimateDivergence_OfADiscriminatorThatIsRightWithProbabilityP_IsThatDivergence(double p, double expected)
    {
        TrainingTask task = TinyTask.Of(TinyTask.Configuration with { Loss = GanLoss.Minimax, Transform = TransformKind.Standard });
        using StubEngine engine = new(task, generated: 0, logit: Math.Log(p / (1 - p)));
        using GanRun run = new(GanConfiguration.Of(task.Configuration), new FeatureLayout(2), engine);
        float[] real = TableTransform.Fit(TransformKind.Standard, task.Table, clip: false).Forward(task.Table);

        double? divergence = run.EstimateDivergence(real, new float[2 * task.EvaluationRows]);

        Assert.Equal(expected, divergence!.Value, 1e-6);
    }

    /// <summary>Generates one value, and tells it from all others with one logit.</summary>
    private sealed class StubEngine(TrainingTask task, float generated, double logit) : IGanEngine
    {
        public GanState State { get; } = new(GanConfiguration.Of(task.Configuration), task.Seed, new FeatureLayout(task.Table.ColumnCount));

        public double LearningRateFactor { get; set; }

        public DiscriminatorLosses DiscriminatorStep(ReadOnlySpan<int> rows)
        {
            throw new NotSupportedException();
        }

        public double GeneratorStep(ReadOnlySpan<int> rows)
        {
            throw new NotSupportedException();
        }

        public void Generate(ReadOnlySpan<float> latents, Span<float> rows)
        {
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
