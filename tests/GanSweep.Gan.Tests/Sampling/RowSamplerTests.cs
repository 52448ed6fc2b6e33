using GanSweep.Gan.Configurations;
using GanSweep.Gan.Tests.GeneratorFiles;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Generators;
using TorchSharp;

namespace GanSweep.Gan.Tests.Sampling;

public class RowSamplerTests
{
    private static readonly TrainedGenerator Generator = SampleGenerator.Create(TransformKind.Standard);

    [Fact]
    public void Draw_OfARow_IsTheGeneratorsOutputTransformedBack()
    {
        float[] latent = new float[Generator.Configuration.Get(GanKeys.LatentDim)];
        new CounterRandom(5, RandomPurpose.Sampling, 0).FillNormal(latent);
        float[] expected = SampleGenerator.Forward(Generator, latent);

        Table drawn = RowSampler.Draw(Generator, 1, seed: 5).Single();

        Assert.Equal(Generator.Transform.ColumnNames, drawn.ColumnNames);
        Assert.All(expected.Index(), column => Assert.Equal(Generator.Transform.Inverse(column.Index, column.Item), drawn.Column(column.Index)[0], 1e-6));
    }

    [Fact]
    public void Draw_OfManyRows_HoldsNoMoreTensorsThanOfFew()
    {
        long before = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
        List<long> live = [];

        foreach (Table _ in RowSampler.Draw(Generator, 50L * RowSampler.RowsInChunk, seed: 5))
        {
            live.Add(DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
        }

        Assert.Equal(50, live.Count);
        Assert.Single(live.Distinct());
        Assert.Equal(before, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
    }
}
