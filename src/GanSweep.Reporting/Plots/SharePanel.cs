namespace GanSweep.Reporting.Plots;

/// <summary>Shares of a whole as bars, one a line.</summary>
internal static class SharePanel
{
    private const double MostRoom = 160;
    private const double Half = 0.34;

    /// <param name="title">What it shows.</param>
    /// <param name="shares">The lines, the first at the top: a name, and a share from 0 to 1.</param>
    /// <param name="note">A remark under it.</param>
    public static Panel Of(string title, IReadOnlyList<(string Name, double Share)> shares, string note)
    {
        Axis lengths = Axis.Linear(0, 104 * shares.Max(line => line.Share), "share, in %", 4);
        Axis lines = Axis.Categories([.. shares.Reverse().Select(line => TextWidth.Fitted(line.Name, MostRoom))]);
        return new Panel(title, lengths, lines) { Height = 58 + (20 * Math.Max(2, shares.Count)), Description = title, Note = note }
            .Bars([.. shares.Select((line, index) => (shares.Count - 1 - index - Half, shares.Count - 1 - index + Half, 100 * line.Share))], Ink.Real, 0.75);
    }
}
