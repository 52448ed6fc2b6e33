namespace GanSweep.Reporting.Plots;

/// <summary>The share of values at or below each value, as a line of steps.</summary>
internal static class CumulativeLine
{
    private const int Steps = 160;

    /// <summary>Draws it; nothing of no values. At the width of a panel, quantiles show the steps of a distribution as well as all its values would.</summary>
    /// <param name="panel">The panel, whose vertical axis is of shares.</param>
    /// <param name="sorted">The values, in ascending order.</param>
    /// <param name="range">What the panel shows of them.</param>
    /// <param name="ink">Whose they are.</param>
    public static Panel Cumulative(this Panel panel, IReadOnlyList<double> sorted, ColumnRange range, Ink ink)
    {
        if (sorted.Count == 0)
        {
            return panel;
        }

        List<double> xs = [range.Low];
        List<double> ys = [0];
        for (int i = 0; i <= Steps; i++)
        {
            int index = (int)((long)i * (sorted.Count - 1) / Steps);
            xs.AddRange([sorted[index], sorted[index]]);
            ys.AddRange([ys[^1], (index + 1.0) / sorted.Count]);
        }

        xs.Add(range.High);
        ys.Add(1);
        return panel.Line(xs, ys, ink);
    }
}
