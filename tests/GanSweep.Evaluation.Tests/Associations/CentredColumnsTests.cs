using CsCheck;
using GanSweep.Evaluation.Associations;
using GanSweep.Evaluation.Columns;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Associations;

public sealed class CentredColumnsTests
{
    private static readonly Gen<double[]> SomeMissing =
        Gen.Frequency((3, Gen.Double[-10, 10]), (1, Gen.Int[0, 2].Select(whole => (double)whole)), (1, Gen.Const(double.NaN))).Array[60];

    [Fact]
    public void Correlation_WithMissingCells_IsThatOfTheCommonRows()
    {
        Gen.Select(SomeMissing, SomeMissing).Sample((x, y) =>
            Assert.Equal(OfCommonRows(x, y, ranked: false), Columns(x, y, areRanks: false).Correlation(0, 1), 1e-12));
    }

    [Fact]
    public void Correlation_OfRanksWithMissingCells_IsSpearmansOfTheCommonRows()
    {
        Gen.Select(SomeMissing, SomeMissing).Sample((x, y) =>
            Assert.Equal(OfCommonRows(x, y, ranked: true), Columns(Ranked(x), Ranked(y), areRanks: true).Correlation(0, 1), 1e-12));
    }

    // On the common rows the first column hardly varies, far from its mean: sums of squares have no digits left.
    [Fact]
    public void Correlation_OfCommonRowsFarFromTheMean_KeepsItsDigits()
    {
        double[] x = [1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 9, -1e9, -1e9 + 1, -1e9 + 2, -1e9 + 3];
        double[] y = [1, 3, 2, 5, double.NaN, double.NaN, double.NaN, double.NaN];

        Assert.Equal(OfCommonRows(x, y, ranked: false), Columns(x, y, areRanks: false).Correlation(0, 1), 1e-12);
    }

    [Fact]
    public void Correlation_OfAColumnThatIsConstantOnTheCommonRows_IsUndefined()
    {
        double[] x = [1, 1, 1, 5, 6];
        double[] y = [1, 2, 3, double.NaN, double.NaN];

        Assert.True(double.IsNaN(Columns(x, y, areRanks: false).Correlation(0, 1)));
        Assert.False(CorrelationMatrix.Of(Columns(x, y, areRanks: false), Tables.MomentsOf(Tables.Of(x, y))).HasPairs);
    }

    private static CentredColumns Columns(double[] x, double[] y, bool areRanks)
    {
        // Ranks may be centred where they are, and belong to the columns alone.
        double[][] own = [[.. x], [.. y]];
        Table table = Tables.Of(own);
        return areRanks ? CentredColumns.OfRanks(table, Tables.MomentsOf(table), own) : new CentredColumns(table, Tables.MomentsOf(table));
    }

    private static double[] Ranked(double[] values)
    {
        return Ranks.InRows(values, SortedColumn.RanksOf([.. values.Where(value => !double.IsNaN(value))]));
    }

    private static double OfCommonRows(double[] x, double[] y, bool ranked)
    {
        int[] common = [.. Enumerable.Range(0, x.Length).Where(row => !double.IsNaN(x[row]) && !double.IsNaN(y[row]))];
        double[] a = [.. common.Select(row => x[row])];
        double[] b = [.. common.Select(row => y[row])];
        if (ranked)
        {
            (a, b) = (SortedColumn.RanksOf(a), SortedColumn.RanksOf(b));
        }

        return Tables.Pearson(a, b);
    }
}
