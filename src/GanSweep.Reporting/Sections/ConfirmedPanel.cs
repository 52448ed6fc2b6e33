using System.Globalization;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Plots;

namespace GanSweep.Reporting.Sections;

/// <summary>What fresh seeds say of the best configurations of a search beside what the search said of them.</summary>
internal static class ConfirmedPanel
{
    private const double Half = 0.16;

    /// <summary>A line a configuration, the lowest median at the top: the middle 90 %, a stroke at the median, a dot at the total of the search.</summary>
    public static Panel Of(IReadOnlyList<ConfirmedConfiguration> confirmed)
    {
        ConfirmedConfiguration[] shown = [.. confirmed.Where(each => each.Median is not null)];
        Axis totals = Axis.Around(shown.SelectMany(each => (double[])[each.SearchTotal, each.Lowest!.Value, each.Highest!.Value]), "total", 4);
        Axis lines = Axis.Categories([.. shown.Reverse().Select(each => string.Create(CultureInfo.InvariantCulture, $"configuration {each.Configuration}"))]);
        Panel panel = new("Under fresh seeds", totals, lines)
        {
            Height = 58 + (30 * Math.Max(2, shown.Length)),
            Description = "Totals under fresh seeds, and of the search, by configuration",
            Note = "Bar: the middle 90 % under fresh seeds; stroke: their median; dot: the mean total that the search chose it by.",
        };
        for (int i = 0; i < shown.Length; i++)
        {
            int line = shown.Length - 1 - i;
            panel.Block(shown[i].Lowest!.Value, shown[i].Highest!.Value, line - Half, line + Half, Ink.Synthetic, 0.4);
            panel.Line([shown[i].Median!.Value, shown[i].Median!.Value], [line - (1.7 * Half), line + (1.7 * Half)], Ink.Mark, 1.5f);
            panel.Dots([shown[i].SearchTotal], [line], Ink.Real, 7);
        }

        return panel;
    }
}
