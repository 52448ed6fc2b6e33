using System.Globalization;
using GanSweep.Contracts.Access;
using GanSweep.Reporting.Html;
using GanSweep.Sweeps.Access;
using GanSweep.Web.Pages.Live;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Pages.Audits;

/// <summary>Who did what, for admins: the latest first, some of them by words that stand in them.</summary>
internal static class AuditPage
{
    public static async Task<IResult> OfAsync(AccessBook book, HttpContext context)
    {
        (AuditFilter filter, long? before) = AuditFilter.Read(context.Request.Query);
        AuditFound found = await filter.FindAsync(book.Log, before, context.RequestAborted);
        string version = string.Create(CultureInfo.InvariantCulture, $"{(found.Entries is [var latest, ..] ? latest.Number : 0)} {found.Entries.Count} {found.Before}");
        return new LivePage
        {
            Title = "Audit",

            // What is looked for is looked through once; the latest come by themselves.
            IsLive = filter.IsEmpty && before is null,
            Parts =
            [
                new Part("filter", "", html => WriteFilter(html, filter)),
                new Part("entries", version, html => WriteEntries(html, filter, before, found)),
            ],
        };
    }

    private static void WriteFilter(HtmlWriter html, AuditFilter filter)
    {
        html.Write($"<p class=\"note\">Who did what, from where and when, the latest first. Nothing changes an entry or takes one away.</p>");
        html.Write($"<form method=\"get\" action=\"/audit\" class=\"look\"><label>Who <input name=\"who\" value=\"{filter.Who}\" size=\"18\" maxlength=\"200\"/></label>"
            + $"<label>What <input name=\"what\" value=\"{filter.What}\" size=\"18\" maxlength=\"200\" placeholder=\"cancelled\"/></label>"
            + $"<label>Sweep <input name=\"sweep\" value=\"{filter.Sweep}\" size=\"24\" maxlength=\"220\"/></label>"
            + $"<div class=\"actions\"><button type=\"submit\">Show</button>{(filter.IsEmpty ? default : Markup.Of($"<a class=\"button\" href=\"/audit\">All entries</a>"))}</div></form>");
    }

    private static void WriteEntries(HtmlWriter html, AuditFilter filter, long? before, AuditFound found)
    {
        if (found.Entries.Count > 0)
        {
            html.WriteTable(
                "Entries",
                [Cell.Heading("when (UTC)"), Cell.Heading("who"), Cell.Heading("did"), Cell.Heading("sweep"), Cell.Heading("more"), Cell.Heading("from"), Cell.NumberHeading("entry")],
                found.Entries.Select(Row));
        }
        else
        {
            html.Write($"<p>{(filter.IsEmpty ? "Nothing is in the log here." : found.Before is null ? "No entry is like this." : $"None of the {AuditFilter.MostLooked:N0} entries that were looked through is like this.")}</p>");
        }

        html.Write($"<nav class=\"pages\" aria-label=\"Pages of the log\">{(before is null ? default : Markup.Of($"<a href=\"{filter.Address(null)}\">The latest</a>"))}"
            + $"{(found.Before is { } next ? Markup.Of($"<a href=\"{filter.Address(next)}\">Earlier than entry {next}</a>") : Markup.Of($"<span>There are none before.</span>"))}</nav>");
    }

    private static Markup Row(AuditEntry entry)
    {
        Markup sweep = entry.Sweep is { } id ? Markup.Of($"<td><a href=\"/sweeps/{Uri.EscapeDataString(id)}\">{id}</a></td>") : Cell.Text("");
        return Cell.Row(
            Cell.RowHeading(entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
            Cell.Text(entry.Who),
            Cell.Text(entry.Action),
            sweep,
            Markup.Of($"<td class=\"wide\">{entry.Detail}</td>"),
            Cell.Text(entry.From),
            Cell.Number(string.Create(CultureInfo.InvariantCulture, $"{entry.Number}")));
    }
}
