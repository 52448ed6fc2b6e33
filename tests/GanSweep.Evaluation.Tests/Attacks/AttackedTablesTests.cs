using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Attacks;

public sealed class AttackedTablesTests
{
    [Fact]
    public void FindShared_OfOtherRows_IsWhatChanceExplains()
    {
        // Ten different values: whoever draws again draws the same.
        Table one = Tables.Of([.. Enumerable.Range(0, 100).Select(row => (double)(row % 10))]);

        SharedRows shared = new AttackedTables(one, one, one).FindShared();

        Assert.Equal((100, 100.0, false), (shared.Shared, shared.ByChance, shared.AreTooMany));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(30, true)]
    public void FindShared_OfTrainingRows_AreTooMany(int shared, bool tooMany)
    {
        Table training = Tables.Of([.. Enumerable.Range(0, 100).Select(row => (double)row)]);
        Table heldOut = Tables.Of([.. Enumerable.Range(100 - shared, 30).Select(row => (double)row)]);

        SharedRows found = new AttackedTables(training, training, heldOut).FindShared();

        Assert.Equal((shared, tooMany), (found.Shared, found.AreTooMany));
    }

    [Fact]
    public void Of_TooFewRows_IsRefused()
    {
        Table few = Tables.Of([.. Enumerable.Range(0, 19).Select(row => (double)row)]);

        Assert.Contains("19 rows; attacks need at least 20", Assert.Throws<ArgumentException>(() => new AttackedTables(few, few, few)).Message);
    }

    [Fact]
    public void Of_OtherColumns_IsRefused()
    {
        double[] cells = new double[20];

        Assert.Throws<ArgumentException>(() => new AttackedTables(Tables.Of(cells, cells), Tables.Of(cells), Tables.Of(cells)));
    }

    [Fact]
    public void Of_AnInfinity_SaysWhere()
    {
        Table real = Tables.Of(new double[20]);
        double[] cells = new double[20];
        cells[7] = double.NegativeInfinity;

        NonFiniteRowsException refusal = Assert.Throws<NonFiniteRowsException>(() => new AttackedTables(Tables.Of(cells), real, real));

        Assert.Equal(("c0", 8), (refusal.Column, refusal.Row));
    }
}
