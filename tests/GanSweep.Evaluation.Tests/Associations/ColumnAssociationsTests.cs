using GanSweep.Evaluation.Associations;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Tests.Associations;

public sealed class ColumnAssociationsTests
{
    private static readonly ColumnSchema Word = new("word", ColumnKind.Category) { Levels = ["a", "b"] };

    [Fact]
    public void Of_MixedTable_HasTheAssociationOfEachPair()
    {
        // y is −x where both are there; the word says which half x is in.
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8];
        double[] y = [-1, -2, double.NaN, -4, -5, -6, -7, -8];
        double[] word = [0, 0, 0, 0, 1, 1, 1, 1];
        Table table = new([new("x"), new("y"), Word, Word with { Name = "one" }], [x, y, word, new double[8]]);

        double[,] found = ColumnAssociations.Of(table);

        Assert.Equal([1, 1, 1, double.NaN], Enumerable.Range(0, 4).Select(column => found[column, column]));
        Assert.Equal(-1, found[0, 1], 1e-12);
        Assert.Equal(Math.Sqrt(32.0 / 42), found[0, 2], 1e-12);
        Assert.Equal(found[2, 0], found[0, 2]);
        Assert.All(Enumerable.Range(0, 4), column => Assert.Equal(double.NaN, found[column, 3]));
    }

    [Fact]
    public void Of_CellThatIsNoLevel_Throws()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => ColumnAssociations.Of(new Table([Word], [[0, 2]])));

        Assert.Contains("Row 2 of column 'word' is 2", refused.Message, StringComparison.Ordinal);
    }
}
