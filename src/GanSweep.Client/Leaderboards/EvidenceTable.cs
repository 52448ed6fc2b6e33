using GanSweep.Client.Output;
using GanSweep.Contracts.Scores;
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
    public static void Write(IAnsiConsole console, string name, GanScores scores, Yardsticks yardsticks)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderStyle(new Style(decoration: Decoration.Dim));
        table.AddColumn(new TableColumn("score").NoWrap());
        foreach (string heading in (string[])[name, "floor", "second sample", "unseen rows (5 to 95 %)"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        AddRow(table, "total", scores.Total, yardsticks.Floor.Total, yardsticks.SecondSample.Total, "");
        foreach (Score score in Score.All.Where(score => score.Of(scores) is not null))
        {
            AddRow(table, score.Name, score.Of(scores), score.Of(yardsticks.Floor), score.Of(yardsticks.SecondSample), Unseen(score, yardsticks));
        }

        console.Write(table);
    }

    private static void AddRow(Table table, string name, double? score, double? floor, double? secondSample, string unseen)
    {
        string[] cells = [name, Figures.Of(score), Figures.Of(floor), Figures.Of(secondSample), unseen];
        table.AddRow(cells.Select(cell => new Text(cell)));
    }

    private static string Unseen(Score score, Yardsticks yardsticks)
    {
        return score.Name == "coExceedance90" ? $"{Figures.Of(yardsticks.CoExceedance90)} in the table"
            : yardsticks.UnseenOf(score) is { } range ? $"{Figures.Of(range.Low)} to {Figures.Of(range.High)}"
            : "";
    }
}
