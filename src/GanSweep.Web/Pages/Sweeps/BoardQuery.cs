using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Boards;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace GanSweep.Web.Pages.Sweeps;

/// <summary>
/// What of a leaderboard is asked for, as the page's address says it: <c>sort=-total</c>, <c>page=2</c>, <c>score=meanGap</c>, <c>by=jsEstimate</c>,
/// <c>min.total=0.3</c>, <c>max.total=0.5</c>, <c>is.loss=minimax</c>, <c>state=failed</c>, <c>run=7</c>. What it does not know it leaves alone.
/// </summary>
internal sealed class BoardQuery
{
    /// <summary>Rows on a page.</summary>
    public const int PageRows = 50;

    /// <summary>Most runs whose learning curves are shown.</summary>
    public const int MostChosen = 12;

    private const string Least = "min.";
    private const string Most = "max.";
    private const string Is = "is.";

    private readonly ImmutableArray<KeyValuePair<string, string>> _said;

    private BoardQuery(ImmutableArray<KeyValuePair<string, string>> said)
    {
        _said = said;
    }

    /// <summary>The column that runs are sorted by; null for the leaderboard's own order.</summary>
    public string? Sort => Text("sort")?.TrimStart('-');

    /// <summary>Whether the largest come first.</summary>
    public bool IsDescending => Text("sort")?.StartsWith('-') == true;

    /// <summary>The page, from 1.</summary>
    public int Page => int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out int page) ? Math.Max(1, page) : 1;

    /// <summary>The score that runs are looked at by.</summary>
    public Score By => Score.All.FirstOrDefault(score => score.Name == Text("by")) ?? Score.Total;

    /// <summary>The scores that the leaderboard shows beside the total.</summary>
    public ImmutableArray<Score> Scores => _said.Any(pair => pair.Key == "score")
        ? [.. Score.All.Where(score => Says("score", score.Name))]
        : [Score.OutOfRange, Score.JointDistance];

    /// <summary>The runs that were chosen.</summary>
    public ImmutableArray<int> Chosen =>
    [
        .. _said.Where(pair => pair.Key == "run").Select(pair => int.TryParse(pair.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int run) ? run : 0)
            .Where(run => run > 0).Distinct().Take(MostChosen),
    ];

    /// <summary>Whether some runs are left out.</summary>
    public bool Filters => _said.Any(pair => IsFilter(pair.Key) && pair.Value.Length > 0);

    /// <summary>Whether every run has to be looked at to tell which come first.</summary>
    public bool IsOfAll => Filters || Sort is not null;

    /// <summary>Reads an address.</summary>
    public static BoardQuery Read(IQueryCollection query)
    {
        return new BoardQuery([.. query.SelectMany(pair => ((IEnumerable<string?>)pair.Value).Select(value => KeyValuePair.Create(pair.Key, value ?? "")))]);
    }

    /// <summary>The least, or the most, that a column may be, as it was typed.</summary>
    public string Bound(string column, bool isLeast)
    {
        return Text((isLeast ? Least : Most) + column) ?? "";
    }

    /// <summary>Whether a value of a key is asked for.</summary>
    public bool AsksFor(string key, string value)
    {
        return Says(Is + key, value);
    }

    /// <summary>Whether something is said.</summary>
    public bool Says(string name, string value)
    {
        return _said.Any(pair => pair.Key == name && pair.Value == value);
    }

    /// <summary>The runs that are asked for, in the order that is asked for.</summary>
    /// <param name="board">The leaderboard.</param>
    /// <param name="columns">Its columns.</param>
    public ImmutableArray<LeaderboardRow> Of(Leaderboard board, IReadOnlyList<BoardColumn> columns)
    {
        Func<LeaderboardRow, bool>[] conditions = [.. Conditions(columns)];
        IEnumerable<LeaderboardRow> rows = board.Rows.Where(row => conditions.All(condition => condition(row)));
        if (columns.FirstOrDefault(column => column.Name == Sort) is not { } by)
        {
            return [.. rows];
        }

        // What has no value is last, whichever way.
        (LeaderboardRow Row, double? Number, string Text)[] keyed = [.. rows.Select(row => (row, by.NumberOf(row) is { } number && double.IsFinite(number) ? number : (double?)null, by.TextOf(row)))];
        var present = keyed.OrderBy(each => each.Number is null && each.Text is "" or "–");
        IOrderedEnumerable<(LeaderboardRow Row, double? Number, string Text)> sorted = IsDescending
            ? present.ThenBy(each => each.Number is null).ThenByDescending(each => each.Number).ThenByDescending(each => each.Text, StringComparer.Ordinal)
            : present.ThenBy(each => each.Number is null).ThenBy(each => each.Number).ThenBy(each => each.Text, StringComparer.Ordinal);
        return [.. sorted.Select(each => each.Row)];
    }

    /// <summary>The address of the same page with one thing said otherwise.</summary>
    /// <param name="name">What.</param>
    /// <param name="value">The value; null for none.</param>
    /// <param name="dropped">What is then said no more.</param>
    public string With(string name, string? value, params string[] dropped)
    {
        IEnumerable<KeyValuePair<string, string>> said = _said.Where(pair => pair.Key != name && !dropped.Contains(pair.Key) && pair.Value.Length > 0);
        return Address(value is null ? said : said.Append(KeyValuePair.Create(name, value)));
    }

    /// <summary>The address of the same page with every run.</summary>
    public string Unfiltered()
    {
        return Address(_said.Where(pair => !IsFilter(pair.Key) && pair.Key != "page"));
    }

    /// <summary>What a form that says some of it has to carry on.</summary>
    /// <param name="names">What the form says itself.</param>
    public IEnumerable<KeyValuePair<string, string>> Except(Func<string, bool> names)
    {
        return _said.Where(pair => pair.Value.Length > 0 && !names(pair.Key));
    }

    /// <summary>Whether a name is one of those that leave runs out.</summary>
    public static bool IsFilter(string name)
    {
        return name == "state" || name.StartsWith(Least, StringComparison.Ordinal) || name.StartsWith(Most, StringComparison.Ordinal) || name.StartsWith(Is, StringComparison.Ordinal);
    }

    private static string Address(IEnumerable<KeyValuePair<string, string>> said)
    {
        return "?" + string.Join('&', said.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
    }

    private IEnumerable<Func<LeaderboardRow, bool>> Conditions(IReadOnlyList<BoardColumn> columns)
    {
        if (Text("state") is { Length: > 0 } state)
        {
            yield return row => BoardColumns.State.TextOf(row) == state;
        }

        foreach (BoardColumn column in columns)
        {
            if (Number(Bound(column.Name, isLeast: true)) is { } least)
            {
                yield return row => column.NumberOf(row) >= least;
            }

            if (Number(Bound(column.Name, isLeast: false)) is { } most)
            {
                yield return row => column.NumberOf(row) <= most;
            }

            HashSet<string> values = [.. _said.Where(pair => pair.Key == Is + column.Name && pair.Value.Length > 0).Select(pair => pair.Value)];
            if (values.Count > 0)
            {
                yield return row => values.Contains(column.TextOf(row));
            }
        }
    }

    private static double? Number(string text)
    {
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
    }

    private string? Text(string name)
    {
        return _said.Where(pair => pair.Key == name).Select(pair => pair.Value).FirstOrDefault();
    }
}
