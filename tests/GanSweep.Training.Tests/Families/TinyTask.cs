using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Numerics.Randomness;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Loop;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;

namespace GanSweep.Training.Tests.Families;

/// <summary>Runs of the smallest family, which train in milliseconds: 45 rows in batches of 16, four epochs, an evaluation every second.</summary>
internal static class TinyTask
{
    public const int Rows = 45;
    public const int EvaluationRows = 60;

    public static readonly Table Table = MakeTable();

    private static readonly Scores SecondSample = YardstickEstimator.SecondSample(Table, CancellationToken.None);

    public static Configuration Configuration { get; } = new NormalFamily().Model.Defaults
        .With(LoopKeys.BatchSize, 16)
        .With(LoopKeys.Epochs, 4)
        .With(LoopKeys.EvaluationInterval, 2);

    public static TrainingTask Of(Configuration? configuration = null, long seed = 3, NormalFamily? family = null)
    {
        return new TrainingTask
        {
            Family = family ?? new NormalFamily(),
            Configuration = configuration ?? Configuration,
            Seed = seed,
            Table = Table,
            EvaluationRows = EvaluationRows,
            SecondSample = SecondSample,
            RunKey = new string('1', 64),
            SweepId = "tiny-00000000",
            DatasetHash = new string('2', 64),
        };
    }

    /// <summary>The model of a task before its first step.</summary>
    public static NormalRun Start(TrainingTask task)
    {
        return new NormalRun(new RunStart(task.Configuration, task.Seed, new float[Rows * Table.ColumnCount], new FeatureLayout(Table.ColumnCount)), divergence: null);
    }

    public static TrainingOutcome.Completed Complete(TrainingTask task, Recorder? recorder = null, byte[]? checkpoint = null)
    {
        using Recorder nobody = new();
        return Assert.IsType<TrainingOutcome.Completed>(Trainer.Train(task, checkpoint, recorder ?? nobody, TimeProvider.System, CancellationToken.None));
    }

    public static void AssertSame(TrainingOutcome.Completed expected, TrainingOutcome.Completed actual)
    {
        Assert.Equal(expected.Generator, actual.Generator);
        Assert.Equal(expected.Result.History, actual.Result.History);
        Assert.Equal(expected.Result.Losses.Select(losses => losses.Values), actual.Result.Losses.Select(losses => losses.Values));
        Assert.Equal((expected.Result.Scores, expected.Result.BestEpoch, expected.Result.Epochs), (actual.Result.Scores, actual.Result.BestEpoch, actual.Result.Epochs));
    }

    // Two correlated columns of different scale, positive as every transform needs.
    private static Table MakeTable()
    {
        float[] normals = new float[2 * Rows];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(normals);
        double[] first = new double[Rows];
        double[] second = new double[Rows];
        for (int row = 0; row < Rows; row++)
        {
            first[row] = Math.Exp(normals[2 * row]);
            second[row] = 100 + (10 * normals[2 * row]) + (5 * normals[(2 * row) + 1]);
        }

        return new Table(["first", "second"], [first, second]);
    }
}
