using GanSweep.Client.Output;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GanSweep.Client.Leaderboards;

/// <summary>Ranked rows as a table, the yardsticks below a rule.</summary>
internal static class LeaderboardTable
{
    // Wider than any terminal, and far from overflow when widths are added up.
    private const int Unbounded = 100_000;

    private static readonly Style Dim = new(decoration: Decoration.Dim);

    /// <summary>
    /// Draws the table: a column for each key, or where that is too wide one column for all of them. Where that is too wide still, scores are
    /// left out from the last on, and named below: a number is never broken.
    /// </summary>
    /// <param name="places">The headings of a place in a search; empty in a sweep whose runs hang on nothing.</param>
    /// <param name="keys">The keys that vary.</param>
    /// <param name="rows">The ranked rows.</param>
    /// <param name="yardsticks">What stands below the rule, once computed.</param>
    /// <param name="shown">The scores that are shown.</param>
    /// <param name="options">The console that it is drawn on.</param>
    public static IRenderable Of(
        IReadOnlyList<string> places, IReadOnlyList<string> keys, IReadOnlyList<TableRow> rows, Yardsticks? yardsticks, IReadOnlyList<Score> shown, RenderOptions options)
    {
        Table wide = Draw(places, keys, rows, yardsticks, shown);
        if (((IRenderable)wide).Measure(options, Unbounded).Max <= options.ConsoleSize.Width)
        {
            return wide;
        }

        string[] oneKey = keys.Count == 0 ? [] : [string.Join(", ", keys)];
        TableRow[] folded = [.. rows.Select(row => keys.Count == 0 ? row : row with { Configuration = [string.Join(", ", row.Configuration)] })];
        for (int count = shown.Count; ; count--)
        {
            Table narrow = Draw(places, oneKey, folded, yardsticks, [.. shown.Take(count)]);
            foreach (TableColumn column in narrow.Columns)
            {
                column.Padding = new Padding(0, 0, 1, 0);
            }

            if (count == 0 || ((IRenderable)narrow).Measure(options, Unbounded).Min <= options.ConsoleSize.Width)
            {
                return count == shown.Count ? narrow : narrow.Caption($"not shown for want of room: {string.Join(", ", shown.Skip(count).Select(score => score.Heading))}");
            }
        }
    }

    private static Table Draw(IReadOnlyList<string> places, IReadOnlyList<string> keys, IReadOnlyList<TableRow> rows, Yardsticks? yardsticks, IReadOnlyList<Score> shown)
    {
        string[] names = yardsticks is null ? [] : ["floor", "second sample", .. yardsticks.Synthesizers.Select(NameOf)];
        Scores[] below = yardsticks is null ? [] : [yardsticks.Floor, yardsticks.SecondSample, .. yardsticks.Synthesizers.Select(baseline => baseline.Scores)];
        Scores[] scores = [.. rows.Select(row => row.Scores), .. below];

        Table table = new Table().Border(TableBorder.Simple).BorderStyle(Dim);
        table.AddColumn(Column("#", []).RightAligned().NoWrap());
        table.AddColumn(Column("run", keys.Count == 0 ? names : []).RightAligned());
        foreach ((int index, string place) in places.Index())
        {
            // All are numbers but the last, which is a word.
            table.AddColumn(index < places.Count - 1 ? Column(place, []).RightAligned() : Column(place, []));
        }

        for (int i = 0; i < keys.Count; i++)
        {
            table.AddColumn(Column(ConfigurationText.Words(keys[i]), i == 0 ? names : []));
        }

        Score[] columns = [.. shown, Score.Total];
        string[][] figures = [.. columns.Select(score => Figures.Align(scores.Select(each => each[score])))];
        for (int i = 0; i < columns.Length; i++)
        {
            table.AddColumn(Column(columns[i].Heading, figures[i][rows.Count..]).RightAligned().NoWrap());
        }

        for (int i = 0; i < rows.Count; i++)
        {
            Style style = rows[i].Rank == "1" ? new Style(Color.Green) : Style.Plain;
            string[] cells = [rows[i].Rank, rows[i].Run, .. rows[i].Place, .. rows[i].Configuration, .. figures.Select(column => column[i])];
            table.AddRow(cells.Select(cell => new Text(cell, style)));
        }

        return table;
    }

    private static string NameOf(Baseline baseline)
    {
        return ConfigurationText.Words(baseline.Name) + (baseline.Guarantee is { } guarantee ? FormattableString.Invariant($" (ε {guarantee.Epsilon:G3})") : "");
    }

    /// <param name="heading">What stands above the column.</param>
    /// <param name="below">What stands below it, one a line.</param>
    private static TableColumn Column(string heading, string[] below)
    {
        return new TableColumn(new Text(heading)) { Footer = below.Length == 0 ? null : new Text(string.Join('\n', below), Dim) };
    }
}
