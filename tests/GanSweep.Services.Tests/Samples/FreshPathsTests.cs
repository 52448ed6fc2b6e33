using GanSweep.Services.Samples;
using GanSweep.Tables;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;

namespace GanSweep.Services.Tests.Samples;

public sealed class FreshPathsTests
{
    private static readonly SequencedTable Series = SequencedTable.Of(
        new Table(
            [new ColumnSchema("word", ColumnKind.Category) { Levels = ["a", "b", "c"] }, new ColumnSchema("x")],
            [[2, 2, 2, 0, 1, 1, 0, 2], [1, 2, 3, 4, 5, 6, 7, 8]]),
        new RowSequence(RowSequence.FileOrder, "word", 1));

    [Theory]
    [InlineData("a,b,c", 2)]
    [InlineData("a,b", 0)]
    [InlineData("b", 1)]
    [InlineData("d", null)]
    public void LongestOf_SeriesThatAreTold_IsTheFirstOfTheLongest(string told, int? expected)
    {
        Assert.Equal(expected, FreshPaths.LongestOf(Series, told.Split(',').ToHashSet()));
    }

    [Fact]
    public void LongestOf_OneSeries_IsThat()
    {
        Assert.Equal(0, FreshPaths.LongestOf(SequencedTable.Of(Series.Table, new RowSequence("x")), new HashSet<string>()));
    }

    [Theory]
    [InlineData(250, 100, 200)]
    [InlineData(1_859, 100, 81)]
    [InlineData(4_096, 100, 38)]
    [InlineData(4_096, 50_000, 20)]
    public void CountOf_LongerPaths_IsFewerOfThem(int length, int leftOut, int expected)
    {
        Assert.Equal(expected, FreshPaths.CountOf(length, leftOut));
    }
}
