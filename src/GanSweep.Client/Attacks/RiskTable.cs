using GanSweep.Client.Attacks.Texts;
using GanSweep.Client.Output;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Attacks.Rates;
using Spectre.Console;

namespace GanSweep.Client.Attacks;

/// <summary>A line for each attack, and for singling out one more of equally many rows.</summary>
internal static class RiskTable
{
    private static readonly string[] Headings = ["attacks", "training", "others", "naive", "risk", "95 %"];

    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, AttackResults results)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderStyle(new Style(decoration: Decoration.Dim));

        // The one that a narrow terminal folds.
        table.AddColumn(new TableColumn("attack"));
        foreach (string heading in Headings)
        {
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        }

        foreach (AttackResult result in results.Attacks)
        {
            table.AddRow(Line(result).Select(cell => new Text(cell)));
            if (result is { EqualRows: { } equal, Meaning: AttackMeaning.Tells })
            {
                table.AddRow(Line(equal).Select(cell => new Text(cell)));
            }
        }

        console.Write(table);
    }

    private static string[] Line(AttackResult result)
    {
        string[] figures =
        [
            AttackText.Name(result), Count(result), $"{result.Attack.Value:F3}", $"{result.Control.Value:F3}", $"{result.Baseline.Value:F3}",
        ];
        return result.Meaning == AttackMeaning.Tells ? [.. figures, .. Of(result.Risk)] : [.. figures, Figures.None, "tells nothing"];
    }

    private static string[] Line(EqualRows equal)
    {
        return [$"– of {Figures.Count(equal.Rows)} rows each", "", $"{equal.Attack.Value:F3}", $"{equal.Control.Value:F3}", "", .. Of(equal.Risk)];
    }

    private static string[] Of(Risk risk)
    {
        return [$"{risk.Value:F3}", $"{risk.Low:F3}–{risk.High:F3}"];
    }

    private static string Count(AttackResult result)
    {
        return result.Attack.Attacks == result.Control.Attacks
            ? Figures.Count(result.Attack.Attacks)
            : $"{Figures.Count(result.Attack.Attacks)}/{Figures.Count(result.Control.Attacks)}";
    }
}
