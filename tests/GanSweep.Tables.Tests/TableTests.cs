using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Tests;

public sealed class TableTests
{
    private static readonly Table Ten = new(["a", "b"], [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [10, 11, 12, 13, 14, 15, 16, 17, 18, 19]]);

    [Fact]
    public void Take_RowsInAnyOrderAndTwice_AreThoseRows()
    {
        Table taken = Ten.Take([9, 0, 0]);

        Assert.Equal(["a", "b"], taken.ColumnNames);
        Assert.Equal([9, 0, 0], taken.Column(0).ToArray());
        Assert.Equal([19, 10, 10], taken.Column(1).ToArray());
    }

    [Theory]
    [InlineData(1, new double[] { 0 })]
    [InlineData(3, new double[] { 0, 3, 6 })]
    [InlineData(9, new double[] { 0, 1, 2, 3, 4, 5, 6, 7, 8 })]
    public void Thinned_LongerTable_HasEvenlySpacedRows(int limit, double[] rows)
    {
        Assert.Equal(rows, Ten.Thinned(limit).Column(0).ToArray());
    }

    [Fact]
    public void Thinned_TableWithinTheLimit_IsItself()
    {
        Assert.Same(Ten, Ten.Thinned(10));
    }

    [Fact]
    public void WithLevelsOf_ATableOfOtherLevels_HasTheSameWordsInItsOrder()
    {
        ColumnSchema Word(params string[] levels) => new("word", ColumnKind.Category) { Levels = [.. levels] };
        Table own = new([Word("c", "x", "a"), new ColumnSchema("n")], [[0, 1, 2, double.NaN], [1, 2, 3, 4]]);
        Table other = new([Word("a", "b", "c"), new ColumnSchema("n")], [[0], [1]]);

        Table like = own.WithLevelsOf(other);

        Assert.Equal(["a", "b", "c", "x"], like.Schema[0].Levels);
        Assert.Equal([2, 3, 0, double.NaN], like.Column(0).ToArray());
        Assert.Equal(own.Column(1).ToArray(), like.Column(1).ToArray());
    }

    [Fact]
    public void Constructor_ColumnsThatAreNoTable_Throws()
    {
        Assert.Throws<ArgumentException>(() => new Table([], []));
        Assert.Throws<ArgumentException>(() => new Table(["a"], [[1], [2]]));
        Assert.Throws<ArgumentException>(() => new Table(["a", "b"], [[1, 2], [2]]));
    }
}
