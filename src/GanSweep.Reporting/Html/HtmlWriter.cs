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

    /// <summary>The number of the next panel, from 1.</summary>
    public int NumberPanel()
    {
        return ++_panels;
    }

    /// <summary>A table that scrolls on its own where it is wider than the page.</summary>
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
}
