namespace GanSweep.Reporting.Plots;

/// <summary>Groups of totals, one line a group: a dot a total, and a stroke at the median.</summary>
internal static class StripPanel
{
    /// <param name="title">What the groups are.</param>
    /// <param name="groups">The groups, the first at the top.</param>
    /// <param name="totals">The axis of the totals.</param>
    public static Panel Of(string title, IReadOnlyList<(string Name, double[] Totals, double Median)> groups, Axis totals)
    {
        Axis lines = Axis.Categories([.. groups.Reverse().Select(group => group.Name)]);
        Panel panel = new(title, totals, lines) { Height = 58 + (26 * groups.Count), Description = $"totals by {title}" };
        for (int i = 0; i < groups.Count; i++)
        {
            int line = groups.Count - 1 - i;
            (_, double[] points, double median) = groups[i];
            panel.Line([median, median], [line - 0.36, line + 0.36], Ink.Mark, 1.5f);
            panel.Dots(points, [.. points.Select((_, index) => line + Aside(index))], Ink.Real, 5, 0.7);
        }

        return panel;
    }

    // A little above and below the line in turn, so that equal totals are told apart.
    private static double Aside(int index)
    {
        return ((index * 2 % 5) - 2) * 0.1;
    }
}
