using System.Globalization;

namespace GanSweep.Reporting.Html;

/// <summary>Writes HTML, and numbers what needs a name of its own in the page.</summary>
public sealed class HtmlWriter
{
    private readonly TextWriter _page;
    private TextWriter _writer;
    private readonly string _prefix;
    private int _panels;

    /// <summary>Begins a page, or a part of one.</summary>
    /// <param name="page">Where to; stays open.</param>
    /// <param name="prefix">What tells the names of this part's panels from those of others; empty for a page as a whole.</param>
    public HtmlWriter(TextWriter page, string prefix = "")
    {
        _page = page;
        _prefix = prefix;
        _writer = page;
    }

    /// <summary>Writes a line.</summary>
    public void Write(HtmlText text)
    {
        _writer.Write(text.ToString());
        _writer.Write('\n');
    }

    /// <summary>Writes a part of the page, whole or not at all.</summary>
    /// <param name="write">Writes it, through this.</param>
    /// <returns>Why it could not be written; null if it was.</returns>
    public Exception? TryWrite(Action<HtmlWriter> write)
    {
        using StringWriter part = new(CultureInfo.InvariantCulture);
        _writer = part;
        try
        {
            write(this);
            _page.Write(part.GetStringBuilder());
            return null;
        }
#pragma warning disable CA1031 // Whatever a part fails of, the others are worth having.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }
        finally
        {
            _writer = _page;
        }
    }

    /// <summary>The name of the next panel in the page: its number, from 1.</summary>
    public string NamePanel()
    {
        return string.Create(CultureInfo.InvariantCulture, $"{_prefix}{++_panels}");
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
