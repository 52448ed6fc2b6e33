using GanSweep.Evaluation.Privacy;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Tests.Privacy;

public sealed class RowDistancesTests
{
    private const double Missing = double.NaN;

    // A number of range 10, three levels and a constant, some of them missing: enough rows for whole vectors and a rest.
    [Fact]
    public void Fill_OfMixedRows_IsTheMeanOfTheirColumns()
    {
        Table table = TableOf(
            [0, 10, 5, Missing, 2, 0, 10, 5, Missing, 2, 7], [0, 1, 2, Missing, 0, 0, 1, 2, Missing, 1, Missing], [7, 7, 7, 7, Missing, 7, 7, 7, 7, Missing, 7]);
        DenseRows rows = new(table);
        double[] toFirst = new double[11];
        double[] toFourth = new double[11];

        new RowDistances(table).Fill(rows, 0, rows, toFirst);
        new RowDistances(table).Fill(rows, 3, rows, toFourth);

        Assert.Equal([0, 2, 1.5, 2, 1.2, 0, 2, 1.5, 2, 2.2, 1.7], toFirst.Select(distance => Math.Round(3 * distance, 12)));
        Assert.Equal([2, 2, 2, 0, 3, 2, 2, 2, 0, 3, 1], toFourth.Select(distance => Math.Round(3 * distance, 12)));
    }

    [Fact]
    public void ShareOf_RowsWithMissingCells_FindsThoseThatLackTheSame()
    {
        DenseRows rows = new(TableOf([1, Missing, 3], [0, 1, Missing], [1, 1, 1]));

        Assert.Equal(2 / 4.0, new RowSet(rows).ShareOf(new DenseRows(TableOf([Missing, 3, 3, 1], [1, Missing, 0, Missing], [1, 1, 1, 1]))));
    }

    [Fact]
    public void DenseRows_OfNumbers_AreTheTableItself()
    {
        Table table = Tables.Of([1, 2, 3]);

        Assert.True(table.Column(0) == new DenseRows(table).Column(0));
    }

    private static Table TableOf(double[] numbers, double[] levels, double[] constant)
    {
        return new Table(
            [new ColumnSchema("number"), new ColumnSchema("word", ColumnKind.Category) { Levels = ["a", "b", "c"] }, new ColumnSchema("constant")],
            [numbers, levels, constant]);
    }
}
