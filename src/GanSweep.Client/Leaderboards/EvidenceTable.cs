using GanSweep.Client.Output;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using Spectre.Console;

namespace GanSweep.Client.Leaderboards;

/// <summary>Every score of one synthetic table beside what it can be compared with.</summary>
internal static class EvidenceTable
{
    /// <summary>Writes it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="name">What was scored.</param>
    /// <param name="scores">Its scores.</param>
    /// <param name="yardsticks">What they are compared with.</param>
    public static void Write(IAnsiConsole console, string name, Scores scores, Yardsticks yardsticks)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderStyle(new Style(decoration: Decoration.Dim));
        table.AddColumn(new TableColumn("score").NoWrap());
        foreach (string heading in (string[])[name, "floor", "second sample", "unseen rows (5 to 95 %)"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (Score score in Score.All.Where(score => scores[score] is not null).Prepend(Score.Total))
        {
            string[] cells =
            [
                score.Name, Figures.Of(scores[score]), Figures.Of(yardsticks.Floor[score]), Figures.Of(yardsticks.SecondSample[score]),
                Unseen(score, yardsticks),
            ];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }

    private static string Unseen(Score score, Yardsticks yardsticks)
    {
        return score == Score.CoExceedance90 ? $"{Figures.Of(yardsticks.CoExceedance90)} in the table"
            : yardsticks.UnseenOf(score) is { } range ? $"{Figures.Of(range.Low)} to {Figures.Of(range.High)}"
            : "";
    }
}
