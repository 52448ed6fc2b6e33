using GanSweep.Gan.Configurations;
using GanSweep.Gan.GeneratorFiles;
using GanSweep.Gan.Networks;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;

namespace GanSweep.Client.Tests.Fakes;

/// <summary>A generator's file, small and made by hand.</summary>
internal static class Generators
{
    public static byte[] Of(Table table)
    {
        GanConfiguration configuration = new() { LatentDim = 2, GeneratorLayers = [2], Transform = TransformKind.Standard };
        return GeneratorFileWriter.Write(new GeneratorFile
        {
            Configuration = configuration,
            Weights = new MlpWeights([new LinearLayer(2, 2, [1, 0, 0, 1], [0, 0]), new LinearLayer(2, 2, [1, 0.5f, -0.5f, 1], [0, 0])]),
            Transform = TableTransform.Fit(configuration.Transform, table, configuration.Clip),
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
