using GanSweep.Client.Leaderboards;
using GanSweep.Client.Output;
using GanSweep.Evaluation.Fidelity;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using Spectre.Console;

namespace GanSweep.Client.Scoring;

/// <summary>The scores of one synthetic table for people.</summary>
internal static class ScoreView
{
    /// <summary>Writes them, and below them those of each column.</summary>
    public static void Write(IAnsiConsole console, Scores scores, Yardsticks yardsticks, IReadOnlyList<ColumnScores> columns)
    {
        EvidenceTable.Write(console, "synthetic table", scores, yardsticks);
        WriteTable(console, [.. columns.Select(column => column.Name)],
        [
            ("mean", columns.Select(column => (double?)column.MeanGap)),
            ("std", columns.Select(column => (double?)column.StdGap)),
            ("js", columns.Select(column => (double?)column.Js)),
            ("wasserstein", columns.Select(column => (double?)column.Wasserstein1)),
            ("shape", columns.Select(column => (double?)column.KsComplement)),
        ]);
        string[] high = [.. Score.All.Where(score => score.Aim == ScoreAim.High && scores[score] is not null).Select(score => score.Name)];
        string others = high.Length < 2 ? string.Concat(high) : $"{string.Join(", ", high[..^1])} and {high[^1]}";
        console.WriteLine($"Lower is better, but for {others}. A total of 1 is as far from the real table as a second sample of its source would be.");
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
