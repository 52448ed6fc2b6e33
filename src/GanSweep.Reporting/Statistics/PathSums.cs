namespace GanSweep.Reporting.Statistics;

/// <summary>What the rows of a path add up to.</summary>
internal static class PathSums
{
    /// <summary>The sum after each row, from 0 before the first: one more than there are values. A missing cell stands at the mean of the others.</summary>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        double[] sums = new double[values.Length + 1];
        double filling = double.NaN;
        for (int row = 0; row < values.Length; row++)
        {
            double value = values[row];
            if (double.IsNaN(value))
            {
                value = double.IsNaN(filling) ? filling = MeanOf(values) : filling;
            }

            sums[row + 1] = sums[row] + value;
        }

        return sums;
    }

    private static double MeanOf(ReadOnlySpan<double> values)
    {
        return values.ToArray().Where(value => !double.IsNaN(value)).DefaultIfEmpty(0).Average();
    }
}
