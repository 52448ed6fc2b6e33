using GanSweep.Tables;
using MathNet.Numerics.Statistics;

namespace GanSweep.Reporting.Statistics;

/// <summary>What the report says of columns and of pairs of columns.</summary>
internal static class TableStatistics
{
    /// <summary>A column, described; without cells, nothing but that is known of it.</summary>
    public static ColumnSummary Describe(ReadOnlySpan<double> column)
    {
        if (column.IsEmpty)
        {
            return new ColumnSummary(0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        double[] sorted = Sorted(column);
        (double[] scaled, double unit) = Scaled(sorted);
        return new ColumnSummary(
            sorted.Length,
            unit * ArrayStatistics.Mean(scaled),
            unit * ArrayStatistics.StandardDeviation(scaled),
            sorted[0],
            Quantile(sorted, 0.25),
            Quantile(sorted, 0.5),
            Quantile(sorted, 0.75),
            sorted[^1]);
    }

    /// <summary>A column's values in ascending order.</summary>
    public static double[] Sorted(ReadOnlySpan<double> column)
    {
        double[] sorted = column.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>The values of two columns in the rows where both are there.</summary>
    public static (double[] X, double[] Y) RowsOfBoth(Table table, int i, int j)
    {
        ReadOnlySpan<double> x = table.Column(i);
        ReadOnlySpan<double> y = table.Column(j);
        List<double> commonX = [];
        List<double> commonY = [];
        for (int row = 0; row < x.Length; row++)
        {
            if (!double.IsNaN(x[row]) && !double.IsNaN(y[row]))
            {
                commonX.Add(x[row]);
                commonY.Add(y[row]);
            }
        }

        return ([.. commonX], [.. commonY]);
    }

    /// <summary>A quantile of type 7: linear between the sorted values, the first at 0 and the last at 1.</summary>
    public static double Quantile(double[] sorted, double probability)
    {
        return SortedArrayStatistics.QuantileCustom(sorted, probability, QuantileDefinition.R7);
    }

    /// <summary>Pearson's correlation of every pair over the rows where both are there, <c>[columns, columns]</c>; NaN with a constant column.</summary>
    public static double[,] Pearson(Table table)
    {
        return Correlations(table, column => Scaled(column.ToArray()).Values);
    }

    /// <summary>
    /// Spearman's correlation of every pair over the rows where both are there, ties at their mean rank, <c>[columns, columns]</c>; NaN with a constant
    /// column.
    /// </summary>
    public static double[,] Spearman(Table table)
    {
        return Correlations(table, column => ArrayStatistics.RanksInplace(column.ToArray()));
    }

    // In units of a power of two near the largest value, which is exact: squares neither overflow nor vanish.
    private static (double[] Values, double Unit) Scaled(double[] column)
    {
        double largest = column.Max(Math.Abs);
        int exponent = largest > 0 && double.IsFinite(largest) ? Math.Clamp(Math.ILogB(largest), -1000, 1000) : 0;
        return ([.. column.Select(value => Math.ScaleB(value, -exponent))], Math.ScaleB(1, exponent));
    }

    private static double[,] Correlations(Table table, Func<ReadOnlySpan<double>, double[]> scale)
    {
        int count = table.ColumnCount;
        double[]?[] columns = [.. Enumerable.Range(0, count).Select(column => table.MissingCount(column) == 0 ? scale(table.Column(column)) : null)];
        double[,] correlations = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                (double[] x, double[] y) = columns[i] is { } first && columns[j] is { } second ? (first, second) : Common(table, i, j, scale);
                correlations[i, j] = correlations[j, i] = IsConstant(x) || IsConstant(y) ? double.NaN : i == j ? 1 : Correlation.Pearson(x, y);
            }
        }

        return correlations;
    }

    // In the sums a constant column can come out a rounding error away from constant, so constancy is tested on the values.
    private static bool IsConstant(double[] values)
    {
        return values.Length == 0 || !values.AsSpan().ContainsAnyExcept(values[0]);
    }

    private static (double[] X, double[] Y) Common(Table table, int i, int j, Func<ReadOnlySpan<double>, double[]> scale)
    {
        (double[] x, double[] y) = RowsOfBoth(table, i, j);
        return x.Length == 0 ? ([], []) : (scale(x), scale(y));
    }
}
