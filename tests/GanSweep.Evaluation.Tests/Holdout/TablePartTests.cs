using GanSweep.Evaluation.Holdout;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Holdout;

public sealed class TablePartTests
{
    private static readonly Table Whole = Tables.Of([0, 1, 2, 3, 4, 5, 6, 7], [10, 11, 12, 13, 14, 15, 16, 17]);

    private static readonly int[] Numbers = [0, 2, 3, 5, 7];

    [Fact]
    public void Slice_OfSomeRows_IsThoseRowsOfTheCopy()
    {
        TablePart part = new(Whole, Numbers);

        Assert.Equal(5, part.RowCount);
        Assert.Equal([2, 3, 5], part.Slice(1, 3).Column(0).ToArray());
        Assert.Equal([12, 13, 15], part.Slice(1, 3).Column(1).ToArray());
        Assert.Equal(part.Rows.Column(1).ToArray(), part.Slice(0, 5).Column(1).ToArray());
        Assert.Same(part.Rows, part.Rows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(9)]
    public void Thinned_ToAnyNumber_IsAsTheCopyThinned(int limit)
    {
        Assert.Equal(Whole.Take(Numbers).Thinned(limit).Column(1).ToArray(), new TablePart(Whole, Numbers).Thinned(limit).Column(1).ToArray());
        Assert.Equal(Whole.Thinned(limit).Column(1).ToArray(), new TablePart(Whole).Thinned(limit).Column(1).ToArray());
    }

    [Fact]
    public void Rows_OfAWholeTable_AreTheTable()
    {
        TablePart part = new(Whole);

        Assert.Same(Whole, part.Rows);
        Assert.Null(part.Numbers);
        Assert.Equal([3, 4], part.Slice(3, 2).Column(0).ToArray());
    }
}
