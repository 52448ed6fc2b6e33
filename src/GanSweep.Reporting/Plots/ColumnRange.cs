using System.Runtime.InteropServices;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Statistics;

namespace GanSweep.Reporting.Plots;

/// <summary>What a panel shows of a column: all of the real values, and the synthetic ones unless they are far out.</summary>
/// <param name="Low">The lowest value shown.</param>
/// <param name="High">The highest value shown.</param>
/// <param name="Beyond">The share of synthetic values that are not shown.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ColumnRange(double Low, double High, double Beyond)
{
    // Of the real range, on either side of it.
    private const double MostRoom = 0.5;

    public string? Note => Beyond > 0 ? $"Beyond the plot: {Numbers.Percent(Beyond)} of the synthetic values." : null;

    /// <param name="real">The real values, in ascending order; may be none if there are synthetic ones, which then stand for them.</param>
    /// <param name="synthetic">The synthetic values, in ascending order; may be none if there are real ones.</param>
    public static ColumnRange Of(double[] real, double[] synthetic)
    {
        if (real.Length == 0 || synthetic.Length == 0)
        {
            double[] those = real.Length == 0 ? synthetic : real;
            return Of(those, those) with { Beyond = 0 };
        }

        double extent = real[^1] - real[0];
        double room = extent > 0 ? extent * MostRoom : Math.Max(Math.Abs(real[0]) * MostRoom, 0.5);
        double low = Math.Clamp(TableStatistics.Quantile(synthetic, 0.001), real[0] - room, real[0]);
        double high = Math.Clamp(TableStatistics.Quantile(synthetic, 0.999), real[^1], real[^1] + room);
        if (low == high)
        {
            (low, high) = (low - room, high + room);
        }

        double margin = 0.03 * (high - low);
        (low, high) = (low - margin, high + margin);
        int beyond = synthetic.Count(value => !(value >= low && value <= high));
        return new ColumnRange(low, high, (double)beyond / synthetic.Length);
    }
}
