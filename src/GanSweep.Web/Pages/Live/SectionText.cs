using GanSweep.Reporting.Html;
using GanSweep.Reporting.Sections;

namespace GanSweep.Web.Pages.Live;

/// <summary>A section of the report as a part of a page.</summary>
internal static class SectionText
{
    /// <summary>Writes it with its heading.</summary>
    public static void Write<TInput>(HtmlWriter html, ISection<TInput> section, TInput input)
    {
        html.Write($"<section><h2>{section.Title}</h2>");
        section.Write(html, input);
        html.Write($"</section>");
    }
}
