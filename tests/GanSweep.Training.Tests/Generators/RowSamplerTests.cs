using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Generators;
using GanSweep.Training.Tests.Families;

namespace GanSweep.Training.Tests.Generators;

public sealed class RowSamplerTests
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
    public void Draw_ManyRows_ComesInChunksThatDiffer()
    {
        Table[] chunks = [.. RowSampler.Draw(Generator, (2 * RowSampler.RowsInChunk) + 1, seed: 5)];

        Assert.Equal([RowSampler.RowsInChunk, RowSampler.RowsInChunk, 1], chunks.Select(chunk => chunk.RowCount));
        Assert.NotEqual(chunks[0].Column(0).ToArray(), chunks[1].Column(0).ToArray());
        Assert.All(chunks, chunk => Assert.Equal(Generator.Transform.ColumnNames, chunk.ColumnNames));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Draw_IsWhatTheFamilyGeneratesTransformedBack(int chunk)
    {
        float[] rows = new float[3 * RowSampler.RowsInChunk];
        NormalRun.Generate([.. Generator.Weights], new CounterRandom(5, RandomPurpose.Sampling, chunk), rows);

        Table drawn = RowSampler.Draw(Generator, (chunk * RowSampler.RowsInChunk) + 2, seed: 5).Last();

        Assert.Equal(2, drawn.RowCount);
        Assert.All(Enumerable.Range(0, 6), i => Assert.Equal(Generator.Transform.Inverse(i % 3, rows[i]), drawn.Column(i % 3)[i / 3]));
    }

    [Fact]
    public void Draw_UnderAnotherSeed_GivesOtherRows()
    {
        Assert.NotEqual(FirstColumn(RowSampler.Draw(Generator, 10, seed: 5)), FirstColumn(RowSampler.Draw(Generator, 10, seed: 6)));
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
