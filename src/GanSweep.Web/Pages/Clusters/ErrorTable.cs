using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Contracts.Silos;
using GanSweep.Reporting.Html;

namespace GanSweep.Web.Pages.Clusters;

/// <summary>What went wrong in the cluster since its coordinator began.</summary>
internal static class ErrorTable
{
    public static void Write(HtmlWriter html, ImmutableArray<SiloSummary> silos)
    {
        SiloError[] errors = [.. silos.SelectMany(silo => silo.Errors)];
        html.Write($"<h2>The last errors</h2>");
        if (errors.Length == 0)
        {
            html.Write($"<p>None since the coordinator began.</p>");
            return;
        }

        html.WriteTable(
            "Errors",
            [Cell.Heading("when (UTC)"), Cell.Heading("what"), Cell.Heading("silo"), Cell.Heading("sweep"), Cell.NumberHeading("run"), Cell.NumberHeading("attempt")],
            errors.Select(error => Cell.Row(
            [
                Cell.RowHeading(error.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
                Markup.Of($"<td class=\"wide\">{error.Message}</td>"),
                Cell.Text(error.Silo is { } address ? silos.FirstOrDefault(silo => silo.Address == address)?.Name ?? address : Numbers.None),
                error.SweepId is { } sweep ? Markup.Of($"<td><a href=\"/sweeps/{sweep}\">{sweep}</a></td>") : Cell.Text(Numbers.None),
                error is { SweepId: { } of, Run: { } run } ? Markup.Of($"<td class=\"number\"><a href=\"/sweeps/{of}/runs/{run}\">{run}</a></td>") : Cell.Number(Numbers.None),
                Cell.Number(error.Attempt is { } attempt ? $"{attempt}" : Numbers.None),
            ])));
    }
}
