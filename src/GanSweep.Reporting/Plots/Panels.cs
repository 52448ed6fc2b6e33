using GanSweep.Reporting.Html;

namespace GanSweep.Reporting.Plots;

/// <summary>Panels in the page.</summary>
internal static class Panels
{
    /// <summary>The size of panels that have the page's width each.</summary>
    public const string Wide = "wide";

    /// <summary>Panels beside one another as far as the page is wide.</summary>
    public static void WritePanels(this HtmlWriter html, IEnumerable<Panel> panels, string size = "")
    {
        html.Write($"""<div class="panels {size}">""");

        // On a narrow window a wide one scrolls, by keyboard too.
        Markup scrolls = size == Wide ? new Markup(" tabindex=\"0\"") : default;
        foreach (Panel panel in panels)
        {
            html.Write($"""<figure{scrolls}><figcaption>{panel.Title}</figcaption>{panel.ToSvg(html.NamePanel())}{NoteOf(panel)}</figure>""");
        }

        html.Write($"</div>");
    }

    private static Markup NoteOf(Panel panel)
    {
        return panel.Note is { } note ? Markup.Of($"""<p class="note">{note}</p>""") : default;
    }
}
