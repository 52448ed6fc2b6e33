using GanSweep.Client.Output;
using GanSweep.Sweeps.Stores;
using Spectre.Console;

namespace GanSweep.Client.Verification;

/// <summary>What a data folder's bytes were found to be, for people.</summary>
internal static class VerdictView
{
    /// <summary>Writes it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="verdict">What was found.</param>
    /// <param name="repairedTo">The folder with what is whole, or null.</param>
    public static void Write(IAnsiConsole console, string folder, StoreVerdict verdict, string? repairedTo)
    {
        console.WriteLine($"{folder}: {(verdict.IsWhole ? "whole" : "damaged")}", new Style(decoration: Decoration.Bold));
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (StoredKind kind in verdict.Content)
        {
            string lost = kind.Lost > 0 ? $", {Figures.Count(kind.Lost)} lost" : "";
            grid.AddRow(new Text(kind.Name, new Style(decoration: Decoration.Dim)), new Text($"{Figures.Count(kind.Whole)} whole{lost}"));
        }

        console.Write(grid);
        foreach (string fault in verdict.Faults)
        {
            console.WriteLine(fault, new Style(Color.Red));
        }

        if (repairedTo is not null)
        {
            console.WriteLine($"What is whole is in {repairedTo} now. {folder} is as it was.");
        }
        else if (!verdict.IsWhole)
        {
            console.WriteLine("Name a new folder with --repair-to to save what is whole, and go on there.");
        }
    }
}
