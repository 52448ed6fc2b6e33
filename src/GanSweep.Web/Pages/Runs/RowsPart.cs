using GanSweep.Reporting.Html;
using GanSweep.Web.Pages.Live;

namespace GanSweep.Web.Pages.Runs;

/// <summary>Real rows beside generated ones on the page of a run: a heading that leads to the sections, and the sections once they are drawn.</summary>
internal static class RowsPart
{
    private const string Title = "Real beside generated rows";

    /// <summary>The parts.</summary>
    /// <param name="drawn">What was drawn; null until something was.</param>
    /// <param name="failure">Why it could not be drawn; null if it can, or was not tried yet.</param>
    public static IEnumerable<Part> Of(DrawnRows? drawn, Exception? failure)
    {
        WrittenPart head = WrittenPart.Of("rows", html => WriteHead(html, drawn, failure));
        return [Part.Of(head), .. (drawn?.Sections ?? []).Select(Part.Of)];
    }

    private static void WriteHead(HtmlWriter html, DrawnRows? drawn, Exception? failure)
    {
        html.Write($"<section><h2>{Title}</h2>");
        if (drawn is not null)
        {
            html.Write($"<p class=\"note\">As the report shows them: fresh rows of the generator beside the whole real table. Readers do not see this part.</p>");
            html.Write($"<nav aria-label=\"{Title}\"><ol>{Markup.Join(drawn.Sections.Zip(drawn.Titles, (section, title) => Markup.Of($"<li><a href=\"#{section.Id}\">{title}</a></li>")))}</ol></nav>");
        }
        else
        {
            html.Write($"<p class=\"note\">{(failure is null ? "Being drawn …" : $"They could not be drawn: {failure.Message} It is tried again in a few seconds.")}<noscript> Load the page again to see them.</noscript></p>");
        }

        html.Write($"</section>");
    }
}
