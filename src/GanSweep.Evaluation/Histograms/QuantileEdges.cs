namespace GanSweep.Evaluation.Histograms;

/// <summary>Edges of equal-frequency bins.</summary>
internal static class QuantileEdges
{
    /// <summary>
    /// The distinct quantiles of the values at 1/bins … (bins − 1)/bins, ascending: type 7 of Hyndman and Fan 1996, which interpolates
    /// linearly between the order statistics around position (n − 1) × k / bins.
    /// </summary>
    public static double[] Of(ReadOnlySpan<double> values, int bins)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        List<double> edges = [];
        for (int k = 1; k < bins; k++)
        {
            // In whole numbers, a quantile that is an order statistic is exactly that value, and so in the lower bin.
            long position = (long)(sorted.Length - 1) * k;
            int lower = (int)(position / bins);
            double edge = Between(sorted[lower], sorted[Math.Min(lower + 1, sorted.Length - 1)], position % bins / (double)bins);
            if (edges.Count == 0 || edge > edges[^1])
            {
                edges.Add(edge);
            }
        }

        return [.. edges];
    }

    // From the nearer end, as NumPy does: exact at both ends, and never beyond them.
    private static double Between(double low, double high, double share)
    {
        double step = (high / 2) - (low / 2);
        return share < 0.5 ? low + (step * (2 * share)) : high - (step * (2 * (1 - share)));
    }
}
