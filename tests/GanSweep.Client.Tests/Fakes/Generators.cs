using GanSweep.Gan.Configurations;
using GanSweep.Networks.Keys;
using GanSweep.Settings.Models;
using GanSweep.Silo;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Generators;

namespace GanSweep.Client.Tests.Fakes;

/// <summary>A generator's file, small and made by hand.</summary>
internal static class Generators
{
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
