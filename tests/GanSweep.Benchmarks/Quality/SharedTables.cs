using System.Collections.Immutable;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;
using GanSweep.Tests;
using Spectre.Console;
using Table = GanSweep.Tables.Table;

namespace GanSweep.Benchmarks.Quality;

/// <summary>The tables of <see cref="MixedTablesFolder"/>, with what has to be said of them.</summary>
internal static class SharedTables
{
    // What a table is there to tell, and columns that are no part of it.
    private static readonly Dictionary<string, (string Target, string[] Dropped)> Known = new()
    {
        ["adult"] = ("income", []),
        ["adult-arx"] = ("salary-class", []),
        ["airquality"] = ("CO(GT)", []),
        ["bike-day"] = ("cnt", []),
        ["california"] = ("median_house_value", []),
        ["german"] = ("default", []),
        ["hmda"] = ("deny", []),
        ["insurance"] = ("charges", []),
        ["loans"] = ("interest_rate", []),
        ["penguins-raw"] = ("Species", []),
        ["storms"] = ("wind", []),
        ["superstore"] = ("Profit", []),
        ["titanic"] = ("Survived", ["Name"]),
        ["wilt"] = ("class", []),
    };

    /// <summary>The folder; null if it is not there.</summary>
    public static string? Folder => Directory.Exists(MixedTablesFolder.Location) ? MixedTablesFolder.Location : null;

    /// <summary>What is said where there is none.</summary>
    public static string NoFolder => $"  Nothing is measured. {MixedTablesFolder.Lacks(MixedTablesFolder.Location)}";

    /// <summary>Every table of the folder.</summary>
    public static async Task<ImmutableArray<(string Name, ReadTable Read, string? Target)>> AllAsync()
    {
        List<(string, ReadTable, string?)> tables = [];
        foreach (string path in Folder is null ? [] : Directory.GetFiles(Folder, "*.csv").Order(StringComparer.Ordinal).ToArray())
        {
            string name = Path.GetFileNameWithoutExtension(path);
            (string? target, string[] dropped) = Known.TryGetValue(name, out var known) ? known : (null, []);
            tables.Add((name, await ReadAsync(path, dropped.Select(column => (column, ColumnRole.Drop))), target));
        }

        return [.. tables];
    }

    /// <summary>The tables of the checkout, and some of the folder, of which it says that there is none where that is so; by a seed, as <see cref="KeptTables"/>.</summary>
    public static async Task<(string Name, Func<int, Table> Draw)[]> WithKeptAsync(IAnsiConsole console, IEnumerable<string> names)
    {
        List<(string, Func<int, Table>)> tables = [.. KeptTables.All().Select(law => (law.Name, law.Draw))];
        if (Folder is not { } folder)
        {
            console.WriteLine(NoFolder);
            return [.. tables];
        }

        foreach (string name in names.Where(name => File.Exists(Path.Combine(folder, $"{name}.csv"))))
        {
            Table whole = (await ReadAsync(Path.Combine(folder, $"{name}.csv"), [])).Table;
            tables.Add((name, seed => KeptTables.WithoutARow(whole, seed)));
        }

        return [.. tables];
    }

    /// <summary>Reads a table of which some columns are told what they are.</summary>
    public static async Task<ReadTable> ReadAsync(string path, IEnumerable<(string Column, ColumnRole Role)> columns)
    {
        await using FileStream stream = File.OpenRead(path);
        ReadOptions options = new()
        {
            Columns = columns.ToImmutableSortedDictionary(column => column.Column, column => new ColumnOption(column.Role), StringComparer.Ordinal),
        };
        return await TableReader.ReadAsync(stream, Path.GetFileName(path), quotesCells: true, CancellationToken.None, options: options);
    }
}
