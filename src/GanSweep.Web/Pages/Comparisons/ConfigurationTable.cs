using System.Collections.Immutable;
using GanSweep.Reporting.Html;

namespace GanSweep.Web.Pages.Comparisons;

/// <summary>Configurations side by side, differences first and marked.</summary>
internal static class ConfigurationTable
{
    public static void Write(HtmlWriter html, ImmutableArray<ComparedRun> runs)
    {
        string[] keys = [.. runs.SelectMany(run => run.Cells.Keys).Distinct()];
        bool Differs(string key) => runs.Select(run => run.Cells[key]).Distinct().Skip(1).Any();
        html.WriteTable(
            "Configuration",
            [Cell.Heading("key"), .. runs.Select(run => Markup.Of($"<th scope=\"col\"><a href=\"/sweeps/{run.SweepId}/runs/{run.Row.Run}\">run {run.Row.Run}</a></th>"))],
            keys.OrderByDescending(Differs).Select(key => Markup.Of(
                $"<tr class=\"{(Differs(key) ? "marked" : "")}\">{Cell.RowHeading(key)}{Markup.Join(runs.Select(run => Cell.Text(run.Cells[key])))}</tr>")));
        if (runs.Length > 1)
        {
            html.Write($"<p class=\"note\">{(keys.Any(Differs) ? "Marked: what differs." : "They differ in their seeds alone.")}</p>");
        }
    }
}
