using GanSweep.Reporting.Html;

namespace GanSweep.Reporting.Plots;

/// <summary>Panels in the page.</summary>
internal static class Panels
{
    /// <summary>Panels beside one another as far as the page is wide.</summary>
    public static void WritePanels(this HtmlWriter html, IEnumerable<Panel> panels, string size = "")
    {
        html.Write($"""<div class="panels {size}">""");
        foreach (Panel panel in panels)
        {
            html.Write($"""<figure><figcaption>{panel.Title}</figcaption>{panel.ToSvg(html.NamePanel())}{NoteOf(panel)}</figure>""");
        }

        html.Write($"</div>");
    }

    private static Markup NoteOf(Panel panel)
    {
        return panel.Note is { } note ? Markup.Of($"""<p class="note">{note}</p>""") : default;
    }
}
