using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Output;
using GanSweep.Contracts.Sweeps;
using Spectre.Console;

namespace GanSweep.Client.Sweeps;

/// <summary>Sweeps as a table.</summary>
internal static class SweepTable
{
    /// <summary>Writes it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="sweeps">The sweeps.</param>
    public static void Write(IAnsiConsole console, ImmutableArray<SweepSummary> sweeps)
    {
        if (sweeps.IsEmpty)
        {
            console.WriteLine("There are no sweeps here yet.");
            return;
        }

        Table table = new Table().Border(TableBorder.Simple).BorderStyle(new Style(decoration: Decoration.Dim));
        table.AddColumn(new TableColumn("sweep"));
        table.AddColumn(new TableColumn("state").NoWrap());
        foreach (string heading in (string[])["runs", "done", "failed", "best"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        }

        table.AddColumn(new TableColumn("submitted (UTC)"));
        string[] best = Figures.Align(sweeps.Select(sweep => sweep.BestTotal));
        for (int i = 0; i < sweeps.Length; i++)
        {
            SweepSummary sweep = sweeps[i];
            string[] cells =
            [
                sweep.SweepId,
                SummaryText.State(sweep.State),
                Figures.Count(sweep.Counts.Total),
                Figures.Count(sweep.Counts.Completed),
                Figures.Count(sweep.Counts.Failed),
                best[i],
                sweep.SubmittedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            ];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }
}
