using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Html;
using GanSweep.Tables.Text;
using GanSweep.Web.Pages.Live;
using GanSweep.Web.Pages.Sweeps;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Pages.Clusters;

/// <summary>The silos: how they are, which versions they have, what each slot is at, how large the store is, and what went wrong.</summary>
internal static class ClusterPage
{
    public static async Task<IResult> OfAsync(IGrainFactory grains, TimeProvider time, HttpContext context)
    {
        ImmutableArray<SiloSummary> silos = await grains.GetGrain<IDispatcherGrain>(0).GetSilosAsync().WaitAsync(context.RequestAborted);
        string moment = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().ToUnixTimeMilliseconds() / 500}");
        return new LivePage
        {
            Title = "Cluster",
            Parts =
            [
                new Part("silos", moment, html => WriteSilos(html, silos)),
                new Part("slots", moment, html => WriteSlots(html, silos)),
                new Part("store", moment, html => WriteStores(html, silos)),
                new Part("errors", moment, html => ErrorTable.Write(html, silos)),
            ],
        };
    }

    private static void WriteSilos(HtmlWriter html, ImmutableArray<SiloSummary> silos)
    {
        int slots = silos.Sum(silo => silo.Slots ?? 0);
        int ailing = silos.Count(silo => !silo.Complaints.IsEmpty);
        html.Write($"<ul class=\"tiles\"><li><b>{silos.Length}</b><span>silos</span></li><li class=\"{(ailing > 0 ? "bad" : "good")}\"><b>{(ailing > 0 ? $"{ailing}" : "all")}</b><span>{(ailing > 0 ? "not well" : "well")}</span></li>"
            + $"<li><b>{silos.Sum(silo => silo.Training.Length)} of {slots}</b><span>slots train</span></li></ul>");
        string[] versions = [.. silos.Select(silo => silo.Version).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (versions.Length > 1)
        {
            html.Write($"<p class=\"verdict-bad\">! The silos have {versions.Length} versions: {string.Join(", ", versions)}. Runs of one sweep may not be of one engine.</p>");
        }

        html.WriteTable(
            "Silos",
            [
                Cell.Heading("silo"), Cell.Heading("health"), Cell.Heading("state"), Cell.Heading("roles"), Cell.NumberHeading("slots"), Cell.Heading("last heard"),
                Cell.Heading("version"), Cell.Heading("engine"), Cell.Heading("address"),
            ],
            silos.Select(silo => Cell.Row(
            [
                Cell.RowHeading(silo.Name), Health(silo), Cell.Text(silo.State.ToString().ToLowerInvariant()), Cell.Text(silo.Roles.ToString().ToLowerInvariant()),
                Cell.Number(silo.Slots is { } count ? $"{count}" : Numbers.None), Cell.Text(silo.SilentFor is { } silent ? $"{Numbers.Duration(Math.Round(silent.TotalSeconds))} ago" : Numbers.None),
                Cell.Text(silo.Version ?? Numbers.None), Cell.Text(silo.Engine ?? Numbers.None), Cell.Text(silo.Address),
            ])));
    }

    private static Markup Health(SiloSummary silo)
    {
        return silo.Complaints.IsEmpty
            ? Markup.Of($"<td class=\"verdict-good\">✓ well</td>")
            : Markup.Of($"<td class=\"wide verdict-bad\">! {string.Join(' ', silo.Complaints)}</td>");
    }

    private static void WriteSlots(HtmlWriter html, ImmutableArray<SiloSummary> silos)
    {
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

    private static void WriteStores(HtmlWriter html, ImmutableArray<SiloSummary> silos)
    {
        foreach (StoreStatus store in silos.Select(silo => silo.Store).OfType<StoreStatus>())
        {
            html.Write($"<h2>What the store holds</h2><p>{Amount.OfBytes(store.Bytes)} on disk, with room that is free within it.</p>");
            html.WriteTable(
                "Store",
                [Cell.Heading("what"), Cell.NumberHeading("how many"), Cell.NumberHeading("size")],
                store.Kept.Select(amount => Cell.Row(
                [
                    Cell.RowHeading(amount.Kind), Cell.Number(amount.Count.ToString("N0", CultureInfo.InvariantCulture)), Cell.Number(amount.Bytes is { } bytes ? Amount.OfBytes(bytes) : Numbers.None),
                ])));
        }
    }
}
