using GanSweep.Evaluation.Privacy;

namespace GanSweep.Evaluation.Tests.Privacy;

public sealed class RowSetTests
{
    [Fact]
    public void Firsts_OfRowsSomeOfWhichAreEqual_AreThoseBeforeTheirEquals()
    {
        RowSet rows = new(new DenseRows(Tables.Of([1, 2, 1, 3, 2, 1], [5, 5, 5, double.NaN, 5, 6])));

        Assert.Equal([0, 1, 3, 5], rows.Firsts());
        Assert.Equal(4, rows.Repeated);
    }

    [Fact]
    public void CountOf_AnotherTable_CountsEveryRowThatIsAmongThem()
    {
        RowSet rows = new(new DenseRows(Tables.Of([1, 2, -0.0])));

        Assert.Equal(3, rows.CountOf(new DenseRows(Tables.Of([2, 2, 7, 0.0]))));
    }

    [Fact]
    public void CountOf_SomeRowsOfATable_CountsEqualsOfThoseAlone()
    {
        RowSet rows = new(new DenseRows(Tables.Of([1, 2, 3, 2])), [0, 1, 3]);

        Assert.Equal(2, rows.CountOf(new DenseRows(Tables.Of([1, 2, 3]))));
        Assert.Equal(2, rows.Repeated);
        Assert.Equal([0, 1], rows.Firsts());
    }
}
