using GanSweep.Evaluation.Associations;
using GanSweep.Evaluation.Levels;
using GanSweep.Numerics.Randomness;

namespace GanSweep.Evaluation.Tests.Associations;

public sealed class CramersVTests
{
    [Fact]
    public void Of_ColumnsThatDetermineEachOther_IsOne()
    {
        LevelCodes x = Codes(3, [.. Enumerable.Range(0, 300).Select(row => (double)(row % 3))]);
        LevelCodes y = Codes(3, [.. Enumerable.Range(0, 300).Select(row => row % 3 == 2 ? double.NaN : row % 3)]);

        Assert.Equal(1, CramersV.Of(x, y), 1e-12);
    }

    [Fact]
    public void Of_IndependentColumns_IsZeroOnAverageAndNotTheirBias()
    {
        Assert.True(Enumerable.Range(0, 50).Average(draw => CramersV.Of(Drawn(5, 2 * draw), Drawn(5, (2 * draw) + 1))) < 0.04);
    }

    [Fact]
    public void Of_AColumnWithOneLevel_IsUndefined()
    {
        Assert.True(double.IsNaN(CramersV.Of(Codes(2, [1, 1, 1]), Codes(2, [0, 1, 0]))));
    }

    [Fact]
    public void Of_ALevelForEachRow_IsZero()
    {
        Assert.Equal(0, CramersV.Of(Codes(4, [0, 1, 2, 3]), Codes(4, [0, 1, 2, 3])));
    }

    // So many levels that their pairs are sorted, and as many of them as rows have: counted in an array.
    [Fact]
    public void Of_ManyLevelsThatDoNotOccur_IsTheSame()
    {
        double[] x = [.. Drawn(5, 1).Codes.Select(code => (double)code)];
        double[] y = [.. Drawn(5, 2).Codes.Select((code, row) => row % 3 == 0 ? x[row] : code)];

        Assert.Equal(CramersV.Of(Codes(5, x), Codes(5, y)), CramersV.Of(Codes(5000, x), Codes(5000, y)), 1e-12);
        Assert.InRange(CramersV.Of(Codes(5, x), Codes(5, y)), 0.2, 0.45);
    }

    private static LevelCodes Drawn(int levels, long draw)
    {
        int[] cells = new int[400];
        new CounterRandom(5, RandomPurpose.Sampling, draw).FillBelow(cells, levels);
        return Codes(levels, [.. cells.Select(cell => (double)cell)]);
    }

    private static LevelCodes Codes(int levels, double[] cells)
    {
        return LevelCodes.TryOf(MixedTables.OfLevels([.. Enumerable.Range(0, levels).Select(level => $"{level}")], cells), 0, out _)!;
    }
}
