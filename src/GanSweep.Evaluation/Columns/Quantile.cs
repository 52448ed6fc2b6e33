namespace GanSweep.Evaluation.Columns;

/// <summary>Quantiles of type 7 of Hyndman and Fan 1996: linear between the order statistics around position (n − 1) × part / parts.</summary>
internal static class Quantile
{
    /// <summary>The quantile at part / parts of values in ascending order. In whole numbers, one that is an order statistic is exactly that value.</summary>
    public static double OfSorted(ReadOnlySpan<double> sorted, int part, int parts)
    {
        long position = (long)(sorted.Length - 1) * part;
        int lower = (int)(position / parts);
        return Interpolation.Between(sorted[lower], sorted[Math.Min(lower + 1, sorted.Length - 1)], position % parts / (double)parts);
    }
}
