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
        ColumnScores[] measures = [.. columns.Where(column => column.CategoryGap is null)];
        ColumnScores[] levels = [.. columns.Where(column => column.CategoryGap is not null)];
        (string, Func<ColumnScores, double?>)[] missing = columns.Any(column => column.MissingGap > 0) ? [("missing", column => column.MissingGap)] : [];
        WriteTable(console, measures,
        [
            ("mean", column => column.MeanGap),
            ("std", column => column.StdGap),
            ("js", column => column.Js),
            ("wasserstein", column => column.Wasserstein1),
            ("shape", column => column.KsComplement),
            .. missing,
        ]);
        WriteTable(console, levels,
        [
            ("levels", column => column.CategoryGap),
            ("js", column => column.Js),
            ("coverage", column => column.LevelCoverage),
            ("novel", column => column.NovelLevels),
            ("tv", column => column.TvComplement),
            .. missing,
        ]);
        string[] tooShort = [.. Score.Defaults.Where(score => score.NeedsSequence && yardsticks.SecondSample[score] is not null && scores[score] is null).Select(score => score.Name)];
        if (tooShort.Length > 0)
        {
            console.WriteLine($"The synthetic paths are too short for {Listed(tooShort)}: the total is without.");
        }

        string[] high = [.. Score.All.Where(score => score.Aim == ScoreAim.High && scores[score] is not null).Select(score => score.Name)];
        console.WriteLine($"Lower is better{ButFor(high)}. A total of 1 is as far from the real table as a second sample of its source would be.");
    }

    private static string ButFor(string[] names)
    {
        return names.Length == 0 ? "" : $", but for {Listed(names)}";
    }

    private static string Listed(string[] names)
    {
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static void WriteTable(IAnsiConsole console, ColumnScores[] rows, (string Heading, Func<ColumnScores, double?> Read)[] columns)
    {
        if (rows.Length == 0)
        {
            return;
        }

        Table table = new Table().Border(TableBorder.Simple).BorderStyle(new Style(decoration: Decoration.Dim));
        table.AddColumn(new TableColumn(""));
        foreach ((string heading, _) in columns)
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        string[][] figures = [.. columns.Select(column => Figures.Align(rows.Select(column.Read)))];
        for (int row = 0; row < rows.Length; row++)
        {
            string[] cells = [rows[row].Name, .. figures.Select(column => column[row])];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }
}
