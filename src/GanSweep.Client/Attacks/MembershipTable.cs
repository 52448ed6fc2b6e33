using GanSweep.Client.Attacks.Texts;
using GanSweep.Client.Leaderboards;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Membership;
using Spectre.Console;

namespace GanSweep.Client.Attacks;

/// <summary>How surely training rows are told from others: a line for each attack, for the strongest, and for what has to be found.</summary>
internal static class MembershipTable
{
    /// <summary>Writes it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="study">What was found.</param>
    /// <param name="words">What was told from others.</param>
    public static void Write(IAnsiConsole console, MembershipStudy study, MembershipWords words)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderStyle(new Style(decoration: Decoration.Dim));
        table.AddColumn(new TableColumn($"training {words.Many} told from others"));
        string labels = MembershipText.Labels(study);
        foreach (string heading in (string[])["AUC", labels, "found at 1 %", labels, "at 10 %", labels])
        {
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        }

        foreach (MembershipAttack attack in Enum.GetValues<MembershipAttack>())
        {
            table.AddRow(Cells([MembershipText.Name(attack, words), .. Of(study.Areas[(int)attack]), "", "", "", ""]));
        }

        table.AddRow(Cells(["the strongest", .. Of(study.Area), .. Of(study.At1), .. Of(study.At10)]));
        foreach ((string name, double area) in study.Controls)
        {
            table.AddRow(Cells([$"{ConfigurationText.Words(name)}, has to be found", $"{area:F3}", "", "", "", "", ""]));
        }

        console.Write(table);
    }

    private static string[] Of(MembershipFigure figure)
    {
        return [$"{figure.Value:F3}", $"{figure.Chance.Low:F3}–{figure.Chance.High:F3}"];
    }

    private static IEnumerable<Text> Cells(string[] cells)
    {
        return cells.Select(cell => new Text(cell));
    }
}
