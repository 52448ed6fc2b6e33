using GanSweep.Reporting.Statistics;
using GanSweep.Tables;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;

namespace GanSweep.Reporting.Tests.Statistics;

public sealed class EqualStretchesTests
{
    [Fact]
    public void Of_MoreSyntheticRows_CutsThemIntoPartsLikeTheTable()
    {
        EqualStretches parts = EqualStretches.Of(Series(("a", 4), ("b", 2)), Series(("a", 9), ("b", 4)));

        Assert.Equal([[new Stretch(0, 0, 4), new Stretch(1, 0, 2)]], parts.Real);
        Assert.Equal([[new Stretch(0, 0, 4), new Stretch(1, 0, 2)], [new Stretch(0, 4, 4), new Stretch(1, 2, 2)]], parts.Synthetic);
        Assert.Equal(6, parts.Rows);
        Assert.Equal(0, parts.Missing);
    }

    [Fact]
    public void Of_FewerSyntheticRows_CutsTheTableIntoAsFewPartsAsThatTakes()
    {
        EqualStretches parts = EqualStretches.Of(Series(("a", 10)), Series(("a", 4)));

        Assert.Equal([[new Stretch(0, 0, 3)], [new Stretch(0, 3, 3)], [new Stretch(0, 6, 3)]], parts.Real);
        Assert.Equal([[new Stretch(0, 0, 3)]], parts.Synthetic);
        Assert.Equal(3, parts.Rows);
    }

    [Fact]
    public void Of_ASeriesWithoutSyntheticRows_LeavesItOut()
    {
        EqualStretches parts = EqualStretches.Of(Series(("a", 4), ("b", 2), ("c", 3)), Series(("c", 3), ("a", 5)));

        Assert.Equal([[new Stretch(0, 0, 4), new Stretch(2, 0, 3)]], parts.Real);
        Assert.Equal([[new Stretch(1, 0, 4), new Stretch(0, 0, 3)]], parts.Synthetic);
        Assert.Equal(1, parts.Missing);
    }

    [Fact]
    public void Of_NothingInCommon_HasNoSyntheticPart()
    {
        EqualStretches parts = EqualStretches.Of(Series(("a", 4)), Series(("b", 4)));

        Assert.Empty(parts.Synthetic);
        Assert.Equal(1, parts.Missing);
    }

    private static SequencedTable Series(params (string Word, int Rows)[] series)
    {
        Table table = new(
            [new ColumnSchema("word", ColumnKind.Category) { Levels = [.. series.Select(each => each.Word)] }, new ColumnSchema("x")],
            [[.. series.SelectMany((each, number) => Enumerable.Repeat((double)number, each.Rows))], new double[series.Sum(each => each.Rows)]]);
        return SequencedTable.Of(table, new RowSequence(RowSequence.FileOrder, "word"));
    }
}
