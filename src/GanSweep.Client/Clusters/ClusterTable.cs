using System.Collections.Immutable;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Output;
using GanSweep.Contracts.Silos;
using Spectre.Console;

namespace GanSweep.Client.Clusters;

/// <summary>Silos as a table.</summary>
internal static class ClusterTable
{
    // Trainers speak every half second.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, ImmutableArray<SiloSummary> silos)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderStyle(new Style(decoration: Decoration.Dim));
        table.AddColumn("silo").AddColumn("roles").AddColumn("state");
        table.AddColumn(new TableColumn("slots").RightAligned().NoWrap());
        table.AddColumn("training");
        foreach (SiloSummary silo in silos)
        {
            string[] cells =
            [
                $"{silo.Name}\n{silo.Address}",
                SummaryText.State(silo.Roles),
                State(silo),
                silo.Slots is { } slots ? $"{silo.Training.Length}/{slots}" : Figures.None,
                string.Join('\n', silo.Training.Select(Training)),
            ];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }

    private static string State(SiloSummary silo)
    {
        return silo.State == SiloState.Active && silo.SilentFor > Silence
            ? $"silent for {Figures.Of(silo.SilentFor.Value)}"
            : SummaryText.State(silo.State);
    }

    private static string Training(SlotStatus slot)
    {
        return $"{slot.SweepId} run {slot.Run}" + (slot.Attempt > 1 ? $" (attempt {slot.Attempt})" : "")
            + $", epoch {slot.Epoch}/{slot.Epochs}, {Figures.Of(slot.Elapsed)}";
    }
}
