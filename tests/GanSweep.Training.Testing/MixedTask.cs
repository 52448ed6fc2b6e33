using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Numerics.Randomness;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Schema;
using GanSweep.Training.Families;
using GanSweep.Training.Loop;
using GanSweep.Training.Tasks;

namespace GanSweep.Training.Testing;

/// <summary>Runs of any family that train in milliseconds, on a table of numbers, words and missing cells.</summary>
public static class MixedTask
{
    private const int Rows = 45;

    // Too few for the scores that models are trained for, which would take longer than the trainings.
    private const int EvaluationRows = 24;

    private static readonly Table Table = MakeTable();
    private static readonly Scores SecondSample = YardstickEstimator.SecondSample(Table, CancellationToken.None);

    /// <summary>The task of a configuration: values as in "config".</summary>
    public static TrainingTask Of(IModelFamily family, string config)
    {
        // Of an older text, which lacks keys: not calibrated, since that would take more rows than all trainings here.
        Configuration said = family.Model.Parse(config);
        return new TrainingTask
        {
            Family = family,
            Configuration = family.Model.FittedTo(said, new TrainingSize(Rows, Table.ColumnCount)),
            Seed = 3,
            Table = Table,
            EvaluationRows = EvaluationRows,
            SecondSample = SecondSample,
            RunKey = new string('1', 64),
            SweepId = "tiny-00000000",
            DatasetHash = new string('2', 64),
        };
    }

    public static TrainingOutcome.Completed Complete(TrainingTask task, Recorder recorder, byte[]? checkpoint = null)
    {
        return Assert.IsType<TrainingOutcome.Completed>(Trainer.Train(task, checkpoint, recorder, TimeProvider.System, CancellationToken.None));
    }

    /// <summary>Trains from the checkpoint of every step: all end in the bits of the training that goes through.</summary>
    public static void AssertResumes(TrainingTask task)
    {
        using Recorder always = new(checkpointDue: _ => true);
        TrainingOutcome.Completed whole = Complete(task, always);

        foreach ((int epoch, byte[] checkpoint) in always.Checkpoints)
        {
            using Recorder rest = new() { FirstEpoch = epoch + 1 };
            TrainingOutcome.Completed resumed = Complete(task, rest, checkpoint);
            Assert.Equal(whole.Generator, resumed.Generator);
            Assert.Equal(whole.Result.History, resumed.Result.History);
            Assert.Equal(whole.Result.Losses.SelectMany(losses => losses.Values), resumed.Result.Losses.SelectMany(losses => losses.Values));
        }
    }

    private static Table MakeTable()
    {
        float[] normals = new float[2 * Rows];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(normals);
        return new Table(
            [new ColumnSchema("first"), new ColumnSchema("second"), new ColumnSchema("word", ColumnKind.Category) { Levels = ["a", "b", "c"] }],
            [
                [.. Enumerable.Range(0, Rows).Select(row => Math.Exp(normals[2 * row]))],
                [.. Enumerable.Range(0, Rows).Select(row => row % 5 == 0 ? double.NaN : 100 + (10 * normals[2 * row]) + (5 * normals[(2 * row) + 1]))],
                [.. Enumerable.Range(0, Rows).Select(row => normals[2 * row] > 0 ? 0.0 : row % 3)],
            ]);
    }
}
