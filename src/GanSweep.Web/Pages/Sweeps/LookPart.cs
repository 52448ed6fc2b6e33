using System.Globalization;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Boards;
using GanSweep.Reporting.Html;
using GanSweep.Web.Pages.Data;

namespace GanSweep.Web.Pages.Sweeps;

/// <summary>Which runs are looked at, and by which scores: a form that every figure below and the leaderboard above follow.</summary>
internal static class LookPart
{
    private const int MostChoices = 12;
    private const int MostNumbers = 5;

    public static void Write(HtmlWriter html, SweepData data, BoardQuery query, IReadOnlyList<BoardColumn> columns)
    {
        LeaderboardRow[] rows = [.. data.Input.Board.Trainings.Where(row => row.Scores is not null)];
        if (rows.Length < 2)
        {
            return;
        }

        Score[] scores = [.. Score.All.Where(score => columns.Any(column => column.Name == score.Name))];
        html.Write($"<section><h2>Which runs, by which score</h2><form method=\"get\" data-swap=\"1\" class=\"look\">");
        BoardPart.Carry(html, query, name => BoardQuery.IsFilter(name) || name is "by" or "score" or "page");
        html.Write($"<label>Look at runs by <select name=\"by\">{Markup.Join(((IEnumerable<Score>)[Score.Total, .. scores]).Select(score => Option(score.Name, query.By == score)))}</select></label>");
        html.Write($"<label>State <select name=\"state\"><option value=\"\">any</option>{Markup.Join(data.Input.Board.Rows.Select(BoardColumns.State.TextOf).Distinct().Order().Select(state => Option(state, query.Says("state", state))))}</select></label>");
        WriteRange(html, query, query.By.Name);
        foreach (BoardColumn key in columns.Where(column => column.IsKey))
        {
            WriteKey(html, query, key, rows);
        }

        html.Write($"<details><summary>Scores in the leaderboard</summary><fieldset><legend class=\"hidden\">Scores in the leaderboard</legend>"
            + $"{Markup.Join(scores.Select(score => Box("score", score.Name, query.Scores.Contains(score))))}</fieldset></details>");
        html.Write($"<div class=\"actions\"><button type=\"submit\">Show</button>{(query.Filters ? Markup.Of($"<a class=\"button\" href=\"{query.Unfiltered()}\" data-swap=\"1\">All runs</a>") : default)}</div></form></section>");
    }

    private static void WriteKey(HtmlWriter html, BoardQuery query, BoardColumn key, LeaderboardRow[] rows)
    {
        string[] values = [.. rows.Take(5_000).Select(key.TextOf).Where(value => value.Length > 0).Distinct().Take(MostChoices + 1)];
        if (values.Length > MostChoices || (values.Length > MostNumbers && values.All(value => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))))
        {
            WriteRange(html, query, key.Name);
            return;
        }

        html.Write($"<fieldset><legend>{key.Name}</legend>{Markup.Join(values.OrderBy(value => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.MaxValue).ThenBy(value => value, StringComparer.Ordinal).Select(value => Box($"is.{key.Name}", value, query.AsksFor(key.Name, value))))}</fieldset>");
    }

    private static void WriteRange(HtmlWriter html, BoardQuery query, string name)
    {
        html.Write($"<fieldset class=\"range\" data-axis=\"{name}\"><legend>{name}</legend><label>from <input name=\"min.{name}\" value=\"{query.Bound(name, isLeast: true)}\" inputmode=\"decimal\" size=\"7\"/></label>"
            + $"<label>to <input name=\"max.{name}\" value=\"{query.Bound(name, isLeast: false)}\" inputmode=\"decimal\" size=\"7\"/></label></fieldset>");
    }

    private static Markup Option(string value, bool isChosen)
    {
        return Markup.Of($"<option value=\"{value}\"{(isChosen ? new Markup(" selected=\"selected\"") : default)}>{value}</option>");
    }

    private static Markup Box(string name, string value, bool isChosen)
    {
        return Markup.Of($"<label><input type=\"checkbox\" name=\"{name}\" value=\"{value}\"{(isChosen ? new Markup(" checked=\"checked\"") : default)}/> {value}</label>");
    }
}
