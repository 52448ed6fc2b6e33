using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Boards;
using GanSweep.Reporting.Html;
using GanSweep.Web.Pages.Data;

namespace GanSweep.Web.Pages.Sweeps;

/// <summary>The leaderboard: any order, any scores, any part of the runs; fifty rows at a time, however many there are.</summary>
internal static class BoardPart
{
    public static void Write(HtmlWriter html, SweepData data, BoardQuery query, IReadOnlyList<BoardColumn> columns)
    {
        html.Write($"<section><h2>Leaderboard</h2>");
        ImmutableArray<LeaderboardRow> rows = query.Of(data.Input.Board, columns);
        int pages = Math.Max(1, (rows.Length + BoardQuery.PageRows - 1) / BoardQuery.PageRows);
        int page = Math.Min(query.Page, pages);
        BoardColumn[] shown = [.. Shown(query, columns)];
        html.Write($"<form method=\"get\" data-swap=\"1\" class=\"chosen\">");
        Carry(html, query, name => name is "run");
        string of = query.Filters ? $"{rows.Length} of {data.Input.Board.Rows.Length}" : $"{rows.Length}";
        html.Write($"<p>{of} runs; lower totals are better. Headings sort. Choose runs to see how they learnt. "
            + $"{(query.Filters ? Markup.Of($"<a href=\"{query.Unfiltered()}\" data-swap=\"1\">Show all runs</a>") : default)}</p>");
        html.WriteTable(
            "Leaderboard",
            [Cell.Heading("chosen"), .. shown.Select(column => column.Heading(SortLink(column, query)))],
            rows.Skip((page - 1) * BoardQuery.PageRows).Take(BoardQuery.PageRows).Select(row => Row(row, data, query, shown)));
        html.Write($"<div class=\"actions\"><button type=\"submit\">Show how they learnt</button>"
            + $"<button type=\"submit\" formaction=\"/compare\" name=\"sweep\" value=\"{data.Id}\" data-leave=\"1\">Compare them</button></div></form>");
        WritePages(html, query, page, pages);
        html.Write($"</section>");
    }

    /// <summary>What the address says already and a form does not say itself.</summary>
    public static void Carry(HtmlWriter html, BoardQuery query, Func<string, bool> own)
    {
        foreach ((string name, string value) in query.Except(own))
        {
            html.Write($"<input type=\"hidden\" name=\"{name}\" value=\"{value}\"/>");
        }
    }

    private static IEnumerable<BoardColumn> Shown(BoardQuery query, IEnumerable<BoardColumn> columns)
    {
        HashSet<string> scores = [Score.Total.Name, query.By.Name, .. query.Scores.Select(score => score.Name)];
        return columns.Where(column => column.Name == Score.Total.Name || Score.All.All(score => score.Name != column.Name) || scores.Contains(column.Name));
    }

    private static Markup SortLink(BoardColumn column, BoardQuery query)
    {
        bool isSorted = query.Sort == column.Name;
        string next = isSorted && !query.IsDescending ? $"-{column.Name}" : column.Name;
        string arrow = !isSorted ? "" : query.IsDescending ? " ▾" : " ▴";
        return Markup.Of($"<a href=\"{query.With("sort", next, "page")}\" data-swap=\"1\">{Cell.Breaking(column.Name)}{arrow}</a>");
    }

    private static Markup Row(LeaderboardRow row, SweepData data, BoardQuery query, IEnumerable<BoardColumn> shown)
    {
        string number = row.Run.ToString(CultureInfo.InvariantCulture);
        Markup box = Markup.Of($"<td><input type=\"checkbox\" name=\"run\" value=\"{number}\" aria-label=\"choose run {number}\"{(query.Says("run", number) ? new Markup(" checked=\"checked\"") : default)}/></td>");
        Markup cells = Markup.Join(shown.Select(column => column == BoardColumns.Run
            ? Markup.Of($"<th scope=\"row\" class=\"number\"><a href=\"/sweeps/{data.Id}/runs/{number}\">{number}</a></th>")
            : column == BoardColumns.State && (row.Excluded ?? row.Error) is { } reason ? Markup.Of($"<td title=\"{reason}\">{column.TextOf(row)}</td>")
            : column.CellOf(row)));
        return row.Rank == 1 ? Markup.Of($"<tr class=\"marked\">{box}{cells}</tr>") : Markup.Of($"<tr>{box}{cells}</tr>");
    }

    private static void WritePages(HtmlWriter html, BoardQuery query, int page, int pages)
    {
        if (pages == 1)
        {
            return;
        }

        html.Write($"<nav aria-label=\"Pages of the leaderboard\" class=\"pages\">");
        foreach ((int number, string text) in (IEnumerable<(int, string)>)[(1, "first"), (page - 1, "previous"), (page + 1, "next"), (pages, "last")])
        {
            bool isThere = number >= 1 && number <= pages && number != page;
            html.Write($"{(isThere ? Markup.Of($"<a href=\"{query.With("page", number.ToString(CultureInfo.InvariantCulture))}\" data-swap=\"1\">{text}</a>") : Markup.Of($"<span>{text}</span>"))}");
        }

        html.Write($"<span>page {page} of {pages}</span></nav>");
    }
}
