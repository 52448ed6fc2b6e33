using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Html;
using GanSweep.Web.Pages.Live;
using GanSweep.Web.Pages.Sweeps;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Pages.Clusters;

/// <summary>The silos, and what each slot is at.</summary>
internal static class ClusterPage
{
    public static async Task<IResult> OfAsync(IGrainFactory grains, TimeProvider time, HttpContext context)
    {
        ImmutableArray<SiloSummary> silos = await grains.GetGrain<IDispatcherGrain>(0).GetSilosAsync().WaitAsync(context.RequestAborted);
        string moment = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().ToUnixTimeMilliseconds() / 500}");
        return new LivePage { Title = "Cluster", Parts = [new Part("silos", moment, html => Write(html, silos))] };
    }

    private static void Write(HtmlWriter html, ImmutableArray<SiloSummary> silos)
    {
        int slots = silos.Sum(silo => silo.Slots ?? 0);
        html.Write($"<ul class=\"tiles\"><li><b>{silos.Length}</b><span>silos</span></li><li><b>{silos.Sum(silo => silo.Training.Length)} of {slots}</b><span>slots train</span></li></ul>");
        html.WriteTable(
            "Silos",
            [Cell.Heading("silo"), Cell.Heading("address"), Cell.Heading("roles"), Cell.Heading("state"), Cell.NumberHeading("slots"), Cell.Heading("last heard")],
            silos.Select(silo => Cell.Row(
            [
                Cell.RowHeading(silo.Name), Cell.Text(silo.Address), Cell.Text(silo.Roles.ToString().ToLowerInvariant()), Cell.Text(silo.State.ToString().ToLowerInvariant()),
                Cell.Number(silo.Slots is { } count ? $"{count}" : Numbers.None), Cell.Text(silo.SilentFor is { } silent ? $"{Numbers.Duration(Math.Round(silent.TotalSeconds))} ago" : Numbers.None),
            ])));
        html.Write($"<h2>What the slots are at</h2>");
        if (silos.All(silo => silo.Training.IsEmpty))
        {
            html.Write($"<p>No slot is training.</p>");
            return;
        }

        html.WriteTable(
            "Slots",
            [Cell.Heading("silo"), Cell.Heading("sweep"), Cell.NumberHeading("run"), Cell.NumberHeading("attempt"), Cell.Heading("epoch"), Cell.Heading("for")],
            silos.SelectMany(silo => silo.Training.Select(slot => Cell.Row(
            [
                Cell.RowHeading(silo.Name), Markup.Of($"<td><a href=\"/sweeps/{slot.SweepId}\">{slot.SweepId}</a></td>"),
                Markup.Of($"<td class=\"number\"><a href=\"/sweeps/{slot.SweepId}/runs/{slot.Run}\">{slot.Run}</a></td>"), Cell.Number($"{slot.Attempt}"),
                Markup.Of($"<td>{SweepText.Bar(slot.Epochs > 0 ? (double)slot.Epoch / slot.Epochs : 0)} <span class=\"note\">{slot.Epoch} of {slot.Epochs}</span></td>"), Cell.Text(Numbers.Duration(Math.Round(slot.Elapsed.TotalSeconds))),
            ]))));
    }
}
