using GanSweep.Client.Attacks.Texts;
using GanSweep.Client.Output;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Attacks.Rates;
using Spectre.Console;

namespace GanSweep.Client.Attacks;

/// <summary>A line for each attack.</summary>
internal static class RiskTable
{
    private static readonly string[] Headings = ["attacks", "on training", "on others", "naive", "risk", "95 % interval", "of equal rows"];

    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, AttackResults results)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderStyle(new Style(decoration: Decoration.Dim));
        table.AddColumn(new TableColumn("attack"));
        foreach (string heading in Headings)
        {
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        }

        foreach (AttackResult result in results.Attacks)
        {
            bool tells = result.Meaning == AttackMeaning.Tells;
            string[] cells =
            [
                AttackText.Name(result), Count(result), Rate(result.Attack), Rate(result.Control), Rate(result.Baseline),
                tells ? $"{result.Risk.Value:F3}" : "tells nothing", tells ? Interval(result.Risk) : "", tells && result.EqualRows is { } equal ? $"{equal.Risk.Value:F3}" : "",
            ];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }

    private static string Count(AttackResult result)
    {
        return result.Attack.Attacks == result.Control.Attacks
            ? Figures.Count(result.Attack.Attacks)
            : $"{Figures.Count(result.Attack.Attacks)} / {Figures.Count(result.Control.Attacks)}";
    }

    private static string Rate(SuccessRate rate)
    {
        return $"{rate.Value:F3} ± {rate.HalfWidth:F3}";
    }

    private static string Interval(Risk risk)
    {
        return $"{risk.Low:F3} to {risk.High:F3}";
    }
}
