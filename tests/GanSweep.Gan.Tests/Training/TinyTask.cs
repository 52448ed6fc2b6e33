using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Families;
using GanSweep.Numerics.Randomness;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Tasks;

namespace GanSweep.Gan.Tests.Training;

/// <summary>Runs that train in milliseconds.</summary>
internal static class TinyTask
{
    public const int Rows = 45;
    // Too few for the scores that models are trained for, which would take longer than the trainings.
    private const int EvaluationRows = 24;

    public static readonly TrainingSize Size = new(Rows, 2);

    private static readonly Table Table = MakeTable();
    private static readonly Scores SecondSample = YardstickEstimator.SecondSample(Table, CancellationToken.None);

    // The generator that is chosen is calibrated on half a million rows, however small the table: twenty times what these trainings take.
    public static GanConfiguration Configuration { get; } = new()
    {
        Calibrate = false,
        LatentDim = 3,
        GeneratorLayers = [8, 6],
        DiscriminatorLayers = [7, 5],
        BatchSize = 16,
        Epochs = 4,
        EvaluationInterval = 2,
        EmaDecay = 0.99,
        R1Penalty = 0,
    };

    public static TrainingTask Of(GanConfiguration configuration, long seed = 3)
    {
        return new TrainingTask
        {
            Family = new GanFamily(),
            Configuration = Cells.Of(configuration),
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
    public static GanRun Start(TrainingTask task)
    {
        FeatureLayout features = new(task.Table.ColumnCount);
        return (GanRun)task.Family.Start(new RunStart(task.Configuration, task.Seed, new float[features.Count], features));
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
