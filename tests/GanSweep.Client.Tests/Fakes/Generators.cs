using GanSweep.Evaluation.Holdout;
using GanSweep.Gan.Configurations;
using GanSweep.Networks.Keys;
using GanSweep.Settings.Models;
using GanSweep.Silo;
using GanSweep.Tables;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Generators;
using GanSweep.Training.Loop;
using GanSweep.Training.Tasks;

namespace GanSweep.Client.Tests.Fakes;

/// <summary>A generator's file, small and made by hand.</summary>
internal static class Generators
{
    /// <summary>One whose rows follow each other, day by day, before it has learnt anything.</summary>
    public static byte[] OfPaths()
    {
        Table table = new(
            [new ColumnSchema("day", ColumnKind.Date), new ColumnSchema("sold")],
            [[.. Enumerable.Range(20_000, 60).Select(day => (double)day)], [.. Enumerable.Range(0, 60).Select(row => row * row % 31 / 2.0)]]);
        IModelFamily family = Models.Families["gan"];
        Configuration said = GanKeys.Model.Defaults.With(GanKeys.GeneratorLayers, [2]).With(GanKeys.DiscriminatorLayers, [2]);
        TrainingTask task = new()
        {
            Family = family,
            Configuration = GanKeys.Model.FittedTo(said, new TrainingSize(table.RowCount, table.ColumnCount)),
            Seed = 1,
            Table = table,
            Sequence = new RowSequence("day", null, 5),
            EvaluationRows = 10,
            SecondSample = Boards.Scores(0.1, 0.5),
            RunKey = new string('a', 64),
            SweepId = "tiny-12345678",
            DatasetHash = new string('b', 64),
        };
        var learnt = LearntRows.Of(task, new HoldoutSplit(table, null));
        using IModelRun run = family.Start(new RunStart(task.Configuration, task.Seed, learnt.Rows, learnt.Features));
        return GeneratorFileWriter.Write(new TrainedGenerator
        {
            Family = family,
            Configuration = task.Configuration,
            Weights = run.Weights.ToArray(),
            Transform = learnt.Transform,
            Paths = learnt.Paths,
            Seed = 1,
            Scores = task.SecondSample,
            BestEpoch = 3,
            RunKey = task.RunKey,
            SweepId = task.SweepId,
            DatasetHash = task.DatasetHash,
            EngineVersion = "engine-12",
        });
    }

    public static byte[] Of(Table table)
    {
        Configuration said = GanKeys.Model.Defaults
            .With(GanKeys.LatentDim, 2)
            .With(GanKeys.GeneratorLayers, [2])
            .With(NetworkKeys.Transform, TransformKind.Standard);
        return GeneratorFileWriter.Write(new TrainedGenerator
        {
            Family = Models.Families["gan"],
            Configuration = GanKeys.Model.FittedTo(said, new TrainingSize(table.RowCount, table.ColumnCount)),
            Weights = [1, 0, 0, 1, 0, 0, 1, 0.5f, -0.5f, 1, 0, 0],
            Transform = TableTransform.Fit(TransformKind.Standard, table, clip: false),
            Seed = 1,
            Scores = Boards.Scores(0.1, 0.5),
            BestEpoch = 3,
            RunKey = new string('a', 64),
            SweepId = "tiny-12345678",
            DatasetHash = new string('b', 64),
            EngineVersion = "engine-4",
        });
    }
}
