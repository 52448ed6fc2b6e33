using GanSweep.Reporting.Statistics;

namespace GanSweep.Reporting.Plots;

/// <summary>Bins of equal width and the share of a column in each; whole numbers of a few kinds get a bin each.</summary>
internal sealed class Histogram
{
    private const int FewestBins = 12;
    private const int MostBins = 40;

    private Histogram(double low, double width, int bins)
    {
        (Low, Width, Bins) = (low, width, bins);
    }

    public double Low { get; }

    public double Width { get; }

    public int Bins { get; }

    /// <summary>Bins for a column by the rule of Freedman and Diaconis (1981), as many as can be told apart.</summary>
    /// <param name="real">The real values, in ascending order; at least one.</param>
    /// <param name="range">What is shown.</param>
    public static Histogram Of(double[] real, ColumnRange range)
    {
        if (real.All(value => value == Math.Round(value)) && range.High - range.Low <= MostBins)
        {
            double first = Math.Ceiling(range.Low);
            return new Histogram(first - 0.5, 1, Math.Max(1, (int)(Math.Floor(range.High) - first) + 1));
        }

        double middle = TableStatistics.Quantile(real, 0.75) - TableStatistics.Quantile(real, 0.25);
        double width = 2 * middle / Math.Cbrt(real.Length);
        double wanted = width > 0 ? (range.High - range.Low) / width : FewestBins;
        int bins = (int)Math.Clamp(wanted, FewestBins, MostBins);
        return new Histogram(range.Low, (range.High - range.Low) / bins, bins);
    }

    /// <summary>The share of the values in each bin, of all values.</summary>
    public double[] Shares(ReadOnlySpan<double> values)
    {
        double[] shares = new double[Bins];
        foreach (double value in values)
        {
            int bin = (int)Math.Clamp(Math.Floor((value - Low) / Width), -1, Bins);
            if (bin >= 0 && bin < Bins)
            {
                shares[bin] += 1.0 / values.Length;
            }
        }

        return shares;
    }
}
