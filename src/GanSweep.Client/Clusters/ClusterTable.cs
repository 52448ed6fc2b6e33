using System.Collections.Immutable;
using GanSweep.Client.Access;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Output;
using GanSweep.Contracts.Silos;
using GanSweep.Tables.Text;
using Spectre.Console;

namespace GanSweep.Client.Clusters;

/// <summary>Silos as a table, and below it what they complain of, how large the store is, and the last errors.</summary>
internal static class ClusterTable
{
    // Trainers speak every half second.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    private const int MostErrors = 10;

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
                $"{silo.Name}\n{silo.Address}{(silo.Version is { } version ? $"\n{version}, {silo.Engine}" : "")}",
                SummaryText.State(silo.Roles),
                State(silo),
                silo.Slots is { } slots ? $"{silo.Training.Length}/{slots}" : Figures.None,
                string.Join('\n', silo.Training.Select(Training)),
            ];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        console.Write(table);
        foreach (string line in Lines(silos))
        {
            console.WriteLine(line);
        }
    }

    private static IEnumerable<string> Lines(ImmutableArray<SiloSummary> silos)
    {
        foreach (SiloSummary silo in silos)
        {
            foreach (string complaint in silo.Complaints)
            {
                yield return $"{silo.Name}: {complaint}";
            }
        }

        foreach (StoreStatus store in silos.Select(silo => silo.Store).OfType<StoreStatus>())
        {
            yield return $"The store has {Amount.OfBytes(store.Bytes)} on disk: "
                + string.Join(", ", store.Kept.Select(amount => $"{amount.Kind} {Figures.Count(amount.Count)}{(amount.Bytes is { } bytes ? $" ({Amount.OfBytes(bytes)})" : "")}"));
        }

        SiloError[] errors = [.. silos.SelectMany(silo => silo.Errors).Take(MostErrors)];
        if (errors.Length > 0)
        {
            yield return "The last errors, the latest first:";
        }

        foreach (SiloError error in errors)
        {
            yield return $"  {KeyTable.At(error.At)}  {About(error, silos)}{error.Message}";
        }
    }

    private static string About(SiloError error, ImmutableArray<SiloSummary> silos)
    {
        string?[] about =
        [
            error.SweepId is { } sweep ? sweep + (error.Run is { } run ? $" run {run}" : "") + (error.Attempt is { } attempt ? $" attempt {attempt}" : "") : null,
            error.Silo is { } address ? silos.FirstOrDefault(silo => silo.Address == address)?.Name ?? address : null,
        ];
        string said = string.Join(", ", about.OfType<string>());
        return said.Length == 0 ? "" : $"{said}: ";
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
