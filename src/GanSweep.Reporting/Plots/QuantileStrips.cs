using GanSweep.Reporting.Statistics;

namespace GanSweep.Reporting.Plots;

/// <summary>
/// The quantiles of groups of values, the real ones of each group above the synthetic ones: thin from 5 % to 95 %, thick from 25 % to 75 %, a stroke at
/// the median.
/// </summary>
internal static class QuantileStrips
{
    private const double MostRoom = 90;
    private const double Apart = 0.2;
    private const double Thin = 0.03;
    private const double Thick = 0.14;

    private static readonly double[] Shown = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <param name="title">What it shows.</param>
    /// <param name="groups">The groups, the first at the top.</param>
    /// <param name="values">The axis of the values.</param>
    public static Panel Of(string title, IReadOnlyList<Strip> groups, Axis values)
    {
        Axis lines = Axis.Categories([.. groups.Reverse().Select(group => TextWidth.Fitted(group.Name, MostRoom))]);
        Panel panel = new(title, values, lines)
        {
            Width = 270,
            Height = Math.Max(120, 42 + (22 * groups.Count)),
            Description = $"Quantiles of {title}, real and synthetic",
        };
        for (int i = 0; i < groups.Count; i++)
        {
            int line = groups.Count - 1 - i;
            Add(panel, groups[i].Real, line + Apart, Ink.Real);
            Add(panel, groups[i].Synthetic, line - Apart, Ink.Synthetic);
        }

        return panel;
    }

    private static void Add(Panel panel, double[] sorted, double line, Ink ink)
    {
        if (sorted.Length == 0)
        {
            return;
        }

        double[] at = [.. Shown.Select(share => TableStatistics.Quantile(sorted, share))];
        panel.Shape(
            [at[0], at[1], at[1], at[3], at[3], at[4], at[4], at[3], at[3], at[1], at[1], at[0]],
            [
                line + Thin, line + Thin, line + Thick, line + Thick, line + Thin, line + Thin,
                line - Thin, line - Thin, line - Thick, line - Thick, line - Thin, line - Thin,
            ],
            ink,
            0.75);
        panel.Line([at[2], at[2]], [line - Thick, line + Thick], Ink.Mark, 1.5f);
    }
}
