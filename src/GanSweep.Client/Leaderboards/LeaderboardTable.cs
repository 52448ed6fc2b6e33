using GanSweep.Client.Output;
using GanSweep.Contracts.Scores;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GanSweep.Client.Leaderboards;

/// <summary>Ranked rows as a table, the yardsticks below a rule.</summary>
internal static class LeaderboardTable
{
    private static readonly string[] ScoreHeadings = ["mean gap", "std gap", "corr. dist.", "js est.", "total"];

    /// <summary>Draws the table: a column for each key, or where that is too wide one column for all of them.</summary>
    /// <param name="keys">The keys that vary.</param>
    /// <param name="rows">The ranked rows.</param>
    /// <param name="yardsticks">What stands below the rule, once computed.</param>
    /// <param name="options">The console that it is drawn on.</param>
    public static IRenderable Of(IReadOnlyList<string> keys, IReadOnlyList<TableRow> rows, Yardsticks? yardsticks, RenderOptions options)
    {
        int width = options.ConsoleSize.Width;
        Table wide = Draw(keys, rows, yardsticks);
        if (keys.Count <= 1 || ((IRenderable)wide).Measure(options, int.MaxValue).Max <= width)
        {
            return wide;
        }

        TableRow[] folded = [.. rows.Select(row => row with { Configuration = [string.Join(", ", row.Configuration)] })];
        return Draw([string.Join(", ", keys)], folded, yardsticks);
    }

    private static Table Draw(IReadOnlyList<string> keys, IReadOnlyList<TableRow> rows, Yardsticks? yardsticks)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderStyle(new Style(decoration: Decoration.Dim));
        table.AddColumn(new TableColumn("#").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("run").RightAligned().NoWrap());
        foreach (string key in keys)
        {
            table.AddColumn(new TableColumn(new Text(ConfigurationText.Words(key))));
        }

        foreach (string heading in ScoreHeadings)
        {
            table.AddColumn(new TableColumn(new Text(heading)).RightAligned());
        }

        TableRow[] below = yardsticks is null ? [] : [Yardstick("floor", yardsticks.Floor), Yardstick("second sample", yardsticks.SecondSample)];
        string[][] figures = Figures([.. rows.Concat(below).Select(row => row.Scores)]);
        int index = 0;
        foreach (TableRow row in rows)
        {
            string[] cells = [row.Rank, row.Run, .. row.Configuration, .. figures[index++]];
            table.AddRow(cells.Select(cell => new Text(cell, row.Rank == "1" ? new Style(Color.Green) : Style.Plain)));
        }

        foreach (TableRow row in below)
        {
            if (row == below[0])
            {
                table.AddRow(new Rule { Style = new Style(decoration: Decoration.Dim) });
            }

            string[] configuration = keys.Count == 0 ? [] : [row.Run, .. Enumerable.Repeat("", keys.Count - 1)];
            string[] cells = ["", keys.Count == 0 ? row.Run : "", .. configuration, .. figures[index++]];
            table.AddRow(cells.Select(cell => new Text(cell, new Style(decoration: Decoration.Dim))));
        }

        return table;
    }

    private static TableRow Yardstick(string name, GanScores scores)
    {
        return new TableRow("", name, [], scores);
    }

    /// <returns><c>[rows][scores]</c>, aligned by column.</returns>
    private static string[][] Figures(GanScores[] scores)
    {
        string[][] columns =
        [
            Output.Figures.Align(scores.Select(score => (double?)score.MeanGap)),
            Output.Figures.Align(scores.Select(score => (double?)score.StdGap)),
            Output.Figures.Align(scores.Select(score => (double?)score.CorrelationDistance)),
            Output.Figures.Align(scores.Select(score => (double?)score.JsEstimate)),
            Output.Figures.Align(scores.Select(score => (double?)score.Total)),
        ];
        return [.. Enumerable.Range(0, scores.Length).Select(row => columns.Select(column => column[row]).ToArray())];
    }
}
