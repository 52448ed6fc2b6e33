using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;

namespace GanSweep.Tables.Tests.Sequences;

public sealed class SequencedTableTests
{
    private static readonly Table Mixed = new(
        [new ColumnSchema("day", ColumnKind.Date), new ColumnSchema("ticker", ColumnKind.Category) { Levels = ["b", "a"] }, new ColumnSchema("x")],
        [[3, 1, 2, 1, 3, 1], [0, 0, 1, 1, 0, 0], [1, 2, 3, 4, 5, 6]]);

    [Fact]
    public void Of_AColumnAndAGroup_SortsWithinEachAndKeepsTheOrderOfEquals()
    {
        var sequenced = SequencedTable.Of(Mixed, new RowSequence("day", "ticker", 1));

        Assert.Equal([2, 6, 1, 5, 4, 3], sequenced.Table.Column(2));
        Assert.Equal([4, 2], sequenced.Lengths);
        Assert.Equal([0..4, 4..6], sequenced.Series);
        Assert.Equal((0, 1), (sequenced.Clock, sequenced.Group));
        Assert.Equal([2], sequenced.Values);
        Assert.Equal([1, 5, 0, 4, 3, 2], SequencedTable.OrderOf(Mixed, new RowSequence("day", "ticker", 1)).Rows);
    }

    [Fact]
    public void Of_TheOrderOfTheFile_IsThat()
    {
        Assert.Equal(Mixed.Column(2), SequencedTable.Of(Mixed, new RowSequence("row")).Table.Column(2));
        Assert.Equal([1, 2, 5, 6, 3, 4], SequencedTable.Of(Mixed, new RowSequence("row", "ticker")).Table.Column(2));
        Assert.Null(SequencedTable.Of(Mixed, new RowSequence("row")).Clock);
    }

    [Fact]
    public void Like_AndAsDrawn_FollowTheSameColumns()
    {
        var sequenced = SequencedTable.Of(Mixed, new RowSequence("day", "ticker", 1));

        Assert.Equal(sequenced.Table.Column(2), sequenced.Like(Mixed).Table.Column(2));
        Assert.Equal([1, 2, 5, 6, 3, 4], sequenced.AsDrawn(Mixed).Table.Column(2));
        Assert.Equal([4, 2], sequenced.AsDrawn(Mixed).Lengths);
    }

    [Fact]
    public void Shortened_ToALimit_KeepsWholeSeriesOrTheEndOfOne()
    {
        Table rows = new(["x"], [[.. Enumerable.Range(0, 40).Select(row => (double)row)]]);

        SequencedTable many = new SequencedTable(rows, [10, 10, 10, 10]).Shortened(25);
        SequencedTable one = new SequencedTable(rows, [40]).Shortened(3);

        Assert.Equal([10, 10], many.Lengths);
        Assert.Equal([.. Enumerable.Range(0, 10).Select(row => (double)row), .. Enumerable.Range(20, 10).Select(row => (double)row)], many.Table.Column(0).ToArray());
        Assert.Equal([37, 38, 39], one.Table.Column(0));
        Assert.Same(many, many.Shortened(20));
    }

    [Fact]
    public void New_OfOtherLengths_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new SequencedTable(Mixed, [3, 2]));
        Assert.Throws<ArgumentException>(() => new SequencedTable(Mixed, [6, 0]));
        Assert.Throws<ArgumentException>(() => SequencedTable.Of(Mixed, new RowSequence("month")));
    }
}
