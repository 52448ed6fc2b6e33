namespace GanSweep.Reporting.Plots;

/// <summary>Shares as bars, the real one of each line above the synthetic one.</summary>
internal static class BarPanel
{
    private const double MostRoom = 105;
    private const double Half = 0.38;

    /// <param name="title">What it shows.</param>
    /// <param name="bars">The lines, the first at the top.</param>
    /// <param name="of">What the shares are of.</param>
    /// <param name="description">What it shows, for those who do not see it.</param>
    /// <param name="note">A remark under it.</param>
    public static Panel Of(string title, IReadOnlyList<Bar> bars, string of, string description, string? note = null)
    {
        double most = bars.SelectMany(bar => new[] { bar.Real, bar.Synthetic }).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        Axis shares = Axis.Linear(0, most > 0 ? 1.04 * most : 1, of, 4);
        Axis lines = Axis.Categories([.. bars.Reverse().Select(bar => TextWidth.Fitted(bar.Name, MostRoom))]);
        (double, double, double)[] Lengths(Func<Bar, double> share, double bottom, double top)
        {
            return [.. bars.Select((bar, index) => (bars.Count - 1 - index + bottom, bars.Count - 1 - index + top, double.IsFinite(share(bar)) ? share(bar) : 0))];
        }

        return new Panel(title, shares, lines) { Height = 58 + (17 * Math.Max(2, bars.Count)), Description = description, Note = note }
            .Bars(Lengths(bar => bar.Real, 0, Half), Ink.Real, 0.75)
            .Bars(Lengths(bar => bar.Synthetic, -Half, 0), Ink.Synthetic, 0.75);
    }
}
