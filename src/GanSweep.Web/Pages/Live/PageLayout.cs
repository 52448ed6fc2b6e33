using System.Globalization;
using GanSweep.Contracts.Access;
using GanSweep.Reporting.Html;
using GanSweep.Web.Access;

namespace GanSweep.Web.Pages.Live;

/// <summary>What is around the parts of every page.</summary>
internal static class PageLayout
{
    private static readonly (string Text, string Address, AccessRole Role)[] Rooms =
    [
        ("Sweeps", "/", AccessRole.Reader), ("New sweep", "/new", AccessRole.Operator), ("Compare", "/compare", AccessRole.Reader), ("Cluster", "/cluster", AccessRole.Reader),
        ("Audit", "/audit", AccessRole.Admin),
    ];

    /// <summary>A page.</summary>
    public static string Whole(LivePage page, IEnumerable<WrittenPart> parts, PageContext context)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        HtmlWriter html = new(text);
        html.Write($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        html.Write($"<meta name=\"color-scheme\" content=\"light dark\"/><title>{page.Title} – GanSweep</title><link rel=\"icon\" href=\"/assets/icon.svg\"/>");
        html.Write($"<link rel=\"stylesheet\" href=\"/assets/report.css\"/><link rel=\"stylesheet\" href=\"/assets/pages.css\"/><script src=\"/assets/pages.js\" defer=\"defer\"></script>{(page.Script is { } script ? Markup.Of($"<script src=\"/assets/{script}\" defer=\"defer\"></script>") : default)}</head>");
        html.Write($"<body><a class=\"skip\" href=\"#main\">To the content</a><header class=\"bar\"><a class=\"brand\" href=\"/\">GanSweep</a><nav aria-label=\"Pages\">");
        foreach ((string name, string address, _) in Rooms.Where(room => context.May(room.Role)))
        {
            html.Write($"<a href=\"{address}\"{(page.Path.Count == 0 && page.Title == name ? new Markup(" aria-current=\"page\"") : default)}>{name}</a>");
        }

        html.Write($"</nav><span id=\"connection\" role=\"status\" class=\"note\"></span>");
        if (context.LoggedIn is { } who)
        {
            html.Write($"<form method=\"post\" action=\"/logout\"><input type=\"hidden\" name=\"{FormToken.Field}\" value=\"{context.Token}\"/><button type=\"submit\">Log out {who}</button></form>");
        }

        html.Write($"</header>");
        if (context.IsInsecure)
        {
            html.Write($"<p class=\"warning\" role=\"alert\">--insecure: others than this machine can reach this coordinator, and it asks for no key or is in the clear. Whoever reaches it may do anything.</p>");
        }

        if (page.Path.Count > 0)
        {
            html.Write($"<nav aria-label=\"Way here\" class=\"way\"><ol>{Markup.Join(page.Path.Select(step => Markup.Of($"<li><a href=\"{step.Address}\">{step.Text}</a></li>")))}<li aria-current=\"page\">{page.Title}</li></ol></nav>");
        }

        html.Write($"<main id=\"main\"{(page.IsLive ? new Markup(" data-live=\"1\"") : default)}><h1>{page.Title}</h1>");
        foreach (WrittenPart part in parts)
        {
            html.Write($"<div id=\"{part.Id}\" data-part=\"{part.Hash}\">{new Markup(part.Html)}</div>");
        }

        html.Write($"</main></body></html>");
        return text.ToString();
    }
}
