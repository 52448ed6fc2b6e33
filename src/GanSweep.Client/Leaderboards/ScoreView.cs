using GanSweep.Client.Output;
using GanSweep.Contracts.Scores;
using GanSweep.Evaluation;
using Spectre.Console;

namespace GanSweep.Client.Leaderboards;

/// <summary>The scores of one synthetic table for people.</summary>
internal static class ScoreView
{
    /// <summary>Writes them, and below them those of each column.</summary>
    public static void Write(IAnsiConsole console, GanScores scores, Yardsticks yardsticks, IReadOnlyList<ColumnScores> columns)
    {
        (string Name, GanScores Scores)[] rows =
            [("synthetic table", scores), ("floor", yardsticks.Floor), ("second sample", yardsticks.SecondSample)];
        WriteTable(console, [.. rows.Select(row => row.Name)],
        [
            ("mean gap", rows.Select(row => (double?)row.Scores.MeanGap)),
            ("std gap", rows.Select(row => (double?)row.Scores.StdGap)),
            ("corr. dist.", rows.Select(row => (double?)row.Scores.CorrelationDistance)),
            ("js est.", rows.Select(row => (double?)row.Scores.JsEstimate)),
            ("total", rows.Select(row => (double?)row.Scores.Total)),
        ]);
        WriteTable(console, [.. columns.Select(column => column.Name)],
        [
            ("mean gap", columns.Select(column => (double?)column.MeanGap)),
            ("std gap", columns.Select(column => (double?)column.StdGap)),
            ("js", columns.Select(column => (double?)column.Js)),
        ]);
        console.WriteLine("Lower is better. A total of 1 is as far from the real table as a second sample of its source would be.");
    }

    private static void WriteTable(IAnsiConsole console, string[] names, (string Heading, IEnumerable<double?> Values)[] columns)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderStyle(new Style(decoration: Decoration.Dim));
        table.AddColumn(new TableColumn(""));
        foreach ((string heading, _) in columns)
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        string[][] figures = [.. columns.Select(column => Figures.Align(column.Values))];
        for (int row = 0; row < names.Length; row++)
        {
            string[] cells = [names[row], .. figures.Select(column => column[row])];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }
}
