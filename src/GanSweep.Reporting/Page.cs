using System.Globalization;
using GanSweep.Evaluation.Threads;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Sections;
using GanSweep.Tables.Text;

namespace GanSweep.Reporting;

/// <summary>The page around the sections: head, contents, foot.</summary>
internal static class Page
{
    public static void Write(HtmlWriter html, ReportInput input, IReadOnlyList<ISection<ReportInput>> sections)
    {
        string sweep = input.Board.Summary.SweepId;
        html.Write($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" "
            + $"content=\"width=device-width, initial-scale=1\"/>");
        html.Write($"<meta name=\"{ReportSubject.Name}\" content=\"{ReportSubject.Of(input.Board, input.Run.Row, input.Version)}\"/>");
        html.Write($"<meta name=\"color-scheme\" content=\"light dark\"/><title>{sweep} – run {input.Run.Row.Run}</title>");
        html.Write($"<style>{new Markup(PageSections.Style)}</style></head><body><main>");
        html.Write($"<header><h1>{sweep}</h1><p class=\"note\">run {input.Run.Row.Run} · {Amount.Of(input.Real.RowCount, "row")} × "
            + $"{Amount.Of(input.Real.ColumnCount, "column")} · made {Numbers.Time(input.MadeAt)}</p></header>");
        ISection<ReportInput>[] shown = [.. sections.Where(section => section.Concerns(input))];
        string[] written = new string[shown.Length];
        AllCores.For(shown.Length, i => written[i] = Written(shown[i], input), CancellationToken.None);
        for (int i = 0; i < shown.Length; i++)
        {
            html.Write($"<section id=\"{shown[i].Id}\"><h2>{shown[i].Title}</h2>\n{new Markup(written[i])}</section>");
            if (i == 0)
            {
                WriteContents(html, shown.Skip(1));
            }
        }

        html.Write($"</main><footer class=\"note\">GanSweep {input.Version} · {Numbers.Time(input.MadeAt)}</footer></body></html>");
    }

    // Figures of a section are named after it, so that it does not depend on the others.
    private static string Written(ISection<ReportInput> section, ReportInput input)
    {
        using StringWriter part = new(CultureInfo.InvariantCulture);
        HtmlWriter html = new(part, $"{section.Id}-");
        if (html.TryWrite(each => section.Write(each, input)) is { } failure)
        {
            html.Write($"<p>This part could not be made for this table: {failure.Message} Please report it.</p>");
        }

        return part.ToString();
    }

    private static void WriteContents(HtmlWriter html, IEnumerable<ISection<ReportInput>> sections)
    {
        html.Write($"<nav aria-label=\"Contents\"><ol>{Markup.Join(sections.Select(section => Markup.Of($"<li><a href=\"#{section.Id}\">{section.Title}</a></li>")))}</ol></nav>");
    }
}
