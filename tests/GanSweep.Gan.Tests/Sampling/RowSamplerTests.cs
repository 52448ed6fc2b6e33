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

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(RowSampler.RowsInChunk)]
    [InlineData(RowSampler.RowsInChunk + 1)]
    [InlineData((2 * RowSampler.RowsInChunk) + 100)]
    public void Draw_OfAnyNumberOfRows_IsTheBeginningOfALongerDraw(int rows)
    {
        double[] longer = FirstColumn(RowSampler.Draw(Generator, 3 * RowSampler.RowsInChunk, seed: 5));

        Assert.Equal(longer[..rows], FirstColumn(RowSampler.Draw(Generator, rows, seed: 5)));
    }

    [Fact]
    public void Draw_UnderAnotherSeed_GivesOtherRows()
    {
        Assert.NotEqual(FirstColumn(RowSampler.Draw(Generator, 10, seed: 5)), FirstColumn(RowSampler.Draw(Generator, 10, seed: 6)));
    }

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

    [Fact]
    public void Draw_OfFewerThanNoRows_IsRefusedAtOnce()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => { RowSampler.Draw(Generator, -1, seed: 5); });
    }

    private static double[] FirstColumn(IEnumerable<Table> chunks)
    {
        return [.. chunks.SelectMany(chunk => chunk.Column(0).ToArray())];
    }
}
