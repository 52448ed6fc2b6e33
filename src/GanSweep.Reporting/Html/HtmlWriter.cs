using GanSweep.Reporting.Plots;

namespace GanSweep.Reporting.Html;

/// <summary>Writes HTML, and numbers what needs a name of its own in the page.</summary>
internal sealed class HtmlWriter(TextWriter writer)
{
    private int _panels;

    public void Write(HtmlText text)
    {
        writer.Write(text.ToString());
        writer.Write('\n');
    }

    /// <summary>Panels beside one another as far as the page is wide.</summary>
    public void WritePanels(IEnumerable<Panel> panels, string size = "")
    {
        Write($"""<div class="panels {size}">""");
        foreach (Panel panel in panels)
        {
            Write($"""<figure><figcaption>{panel.Title}</figcaption>{panel.ToSvg(++_panels)}{NoteOf(panel)}</figure>""");
        }

        Write($"</div>");
    }

    /// <summary>A table that scrolls by itself where it is wider than the page.</summary>
    /// <param name="label">What it is, for those who do not see it.</param>
    /// <param name="headings">The headings; the first column is one of names.</param>
    /// <param name="rows">The rows, whole.</param>
    public void WriteTable(string label, IEnumerable<Markup> headings, IEnumerable<Markup> rows)
    {
        Write($"""<div class="scroll" tabindex="0" role="region" aria-label="{label}"><table><thead><tr>{Markup.Join(headings)}</tr></thead><tbody>""");
        foreach (Markup row in rows)
        {
            Write($"{row}");
        }

        Write($"</tbody></table></div>");
    }

    private static Markup NoteOf(Panel panel)
    {
        return panel.Note is { } note ? Markup.Of($"""<p class="note">{note}</p>""") : default;
    }
}
