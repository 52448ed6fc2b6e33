using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Client.Output;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Importance;
using GanSweep.Tables.Text;
using Spectre.Console;

namespace GanSweep.Client.Importance;

/// <summary>Which keys of a space matter, for people: a bar for each.</summary>
internal static class ImportanceView
{
    private const int WidestBar = 40;

    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, string sweepId, Score score, ImmutableArray<AlternativeImportance> importance)
    {
        console.WriteLine($"{sweepId}: what a good {score.Name} has to do with", new Style(decoration: Decoration.Bold));
        foreach (AlternativeImportance alternative in importance)
        {
            console.WriteLine(Heading(alternative));
            if (alternative.Keys.IsEmpty)
            {
                continue;
            }

            Spectre.Console.Grid grid = new Spectre.Console.Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().RightAligned().NoWrap()).AddColumn();
            double highest = alternative.Keys.Max(key => key.Share);
            foreach (KeyImportance key in alternative.Keys)
            {
                string bar = new('█', (int)Math.Round(key.Share / highest * WidestBar));
                grid.AddRow(new Text($"  {key.Key}"), new Text(string.Create(CultureInfo.InvariantCulture, $"{key.Share * 100:0.0} %")), new Text(bar));
            }

            console.Write(grid);
        }

        if (importance.Any(alternative => !alternative.Keys.IsEmpty))
        {
            console.WriteLine("The best tenth is compared with all, key by key (PED-ANOVA). A key that matters only together with another is not seen.");
        }
    }

    private static string Heading(AlternativeImportance alternative)
    {
        string name = alternative.Name.Length == 0 ? "" : $"{alternative.Name}: ";
        string worst = alternative.Worst == 0 ? "" : $", {Figures.Count(alternative.Worst)} of which diverged or {(alternative.Worst == 1 ? "is" : "are")} excluded and {(alternative.Worst == 1 ? "counts" : "count")} as the worst";
        return name + (alternative.Reason ?? $"by {Amount.Of(alternative.Configurations, "configuration")}{worst}");
    }
}
