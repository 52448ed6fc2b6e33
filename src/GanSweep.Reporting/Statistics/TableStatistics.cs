using GanSweep.Tables;
using MathNet.Numerics.Statistics;

namespace GanSweep.Reporting.Statistics;

/// <summary>What the report says of columns and of pairs of columns.</summary>
internal static class TableStatistics
{
    /// <summary>A column, described.</summary>
    public static ColumnSummary Describe(ReadOnlySpan<double> column)
    {
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

    /// <summary>A quantile of type 7: linear between the sorted values, the first at 0 and the last at 1.</summary>
    public static double Quantile(double[] sorted, double probability)
    {
        return SortedArrayStatistics.QuantileCustom(sorted, probability, QuantileDefinition.R7);
    }

    /// <summary>Pearson's correlation of every pair, <c>[columns, columns]</c>; NaN with a constant column.</summary>
    public static double[,] Pearson(Table table)
    {
        return Correlations(table, column => Scaled(column.ToArray()).Values);
    }

    /// <summary>Spearman's correlation of every pair, ties at their mean rank, <c>[columns, columns]</c>; NaN with a constant column.</summary>
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
        double[][] columns = [.. Enumerable.Range(0, count).Select(column => scale(table.Column(column)))];
        double[,] correlations = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            // In the sums a constant column can come out a rounding error away from constant, so constancy is tested on the values.
            bool constant = !columns[i].AsSpan().ContainsAnyExcept(columns[i][0]);
            for (int j = 0; j <= i; j++)
            {
                double correlation = constant || !columns[j].AsSpan().ContainsAnyExcept(columns[j][0])
                    ? double.NaN
                    : i == j ? 1 : Correlation.Pearson(columns[i], columns[j]);
                correlations[i, j] = correlations[j, i] = correlation;
            }
        }

        return correlations;
    }
}
