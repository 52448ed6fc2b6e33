using GanSweep.Documents;
using GanSweep.Reporting.Html;
using GanSweep.Services.Submissions;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables.Options;
using GanSweep.Web.Pages.Live;
using GanSweep.Web.Submissions;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Pages.Submissions;

/// <summary>A new sweep: a table is chosen, what is understood of it is shown, a sweep.json is proposed, edited and checked while it is typed, and submitted.</summary>
internal static class NewSweepPage
{
    private const string Script = "new.js";

    public static async Task<IResult> OfAsync(SweepPlanner planner, string? upload, HttpContext context)
    {
        if (string.IsNullOrEmpty(upload))
        {
            return new LivePage { Title = "New sweep", IsLive = false, Script = Script, Parts = [new Part("file", "", WriteFile)] };
        }

        (TableDocument table, string proposed) = await planner.ReadAsync(
            upload,
            source: null,
            ReadOptions.None,
            (file, read) => (TableDocument.Of(file, read), ProposedSweep.TextFor(file, file, read.Table, ReadingText.Of(ReadOptions.None))),
            context.RequestAborted);
        return new LivePage
        {
            Title = "New sweep",
            IsLive = false,
            Script = Script,
            Parts = [new Part("table", upload, html => WriteTable(html, table)), new Part("sweep", upload, html => WriteSweep(html, proposed))],
        };
    }

    private static void WriteFile(HtmlWriter html)
    {
        html.Write($"<p class=\"lead\">Choose a table as it lies on your disk: CSV in any spelling, packed or not, or Parquet. It is read by this coordinator and goes nowhere else.</p>");
        html.Write($"<form id=\"upload\" class=\"look\"><label>Table <input type=\"file\" name=\"file\" required=\"required\" accept=\".csv,.tsv,.txt,.gz,.zip,.parquet\"/></label><button type=\"submit\">Read it</button>"
            + $"<progress id=\"sent\" max=\"100\" value=\"0\" aria-label=\"sent\" hidden=\"hidden\"></progress></form><p id=\"problem\" role=\"alert\"></p>");
        html.Write($"<noscript><p>Sending a file from here takes a script. From a terminal: <code>gansweep submit table.csv</code></p></noscript>");
    }

    private static void WriteTable(HtmlWriter html, TableDocument table)
    {
        html.Write($"<h2>{table.File}</h2><p>{table.Rows} rows, {table.Columns.Length} columns; {table.Spelling}.</p>");
        foreach (string note in table.Notes)
        {
            html.Write($"<p class=\"note\">{note}</p>");
        }

        html.WriteTable(
            "Columns",
            [Cell.Heading("column"), Cell.Heading("is"), Cell.Heading("why"), Cell.Heading("values"), Cell.NumberHeading("missing"), Cell.Heading("to look at")],
            table.Columns.Select(column => Cell.Row(
            [
                Cell.RowHeading(column.Name), Cell.Text(column.Kind), Markup.Of($"<td class=\"wide\">{column.Why}</td>"), Markup.Of($"<td class=\"wide\">{column.Values}</td>"),
                Cell.Number(Numbers.Percent(column.Missing)), Markup.Of($"<td class=\"wide\">{string.Join(' ', column.Warnings)}</td>"),
            ])));
    }

    private static void WriteSweep(HtmlWriter html, string proposed)
    {
        html.Write($"<h2>Its sweep.json</h2><p>A small sweep that is made for it. Change what you like: it is checked as you type, as <code>gansweep validate</code> checks it. "
            + $"What a column is can be said in <code>\"columns\"</code>, what holds in every row in <code>\"rules\"</code>.</p>");
        html.Write($"<form id=\"submit\"><label class=\"hidden\" for=\"text\">sweep.json</label><textarea id=\"text\" name=\"text\" spellcheck=\"false\" autocomplete=\"off\">\n{proposed}</textarea>"
            + $"<div id=\"keys\" class=\"actions\" role=\"group\" aria-label=\"Keys that fit what you type\"></div>"
            + $"<div id=\"verdict\" role=\"status\" aria-live=\"polite\"></div><div class=\"actions\"><button type=\"submit\">Submit the sweep</button></div></form>");
    }
}
