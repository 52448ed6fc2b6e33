using System.Collections.Immutable;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Reporting.Tests;

/// <summary>Tables of columns of every kind, with missing cells and texts that mean harm.</summary>
internal static class MixedTables
{
    public static readonly ImmutableArray<string> Hostile =
    [
        "<script>alert(1)</script>", "</title></svg><img src=x onerror=alert(1)>", "\" onload=\"alert(1)", "a & b < c", "\u202Eevil\u0007", "  ", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
        new string('w', 500), "two\nlines",
    ];

    private static readonly ImmutableArray<ColumnSchema> Schema =
    [
        new("amount"), new("age"), Words("text <b>", Hostile), Words("city", [.. Enumerable.Range(0, 60).Select(city => $"city {city}")]),
        new("yes", ColumnKind.Boolean) { Levels = ["no", "yes"] }, Words("one", ["only"]), new("nothing"), Words("no word", ["never"]),
        new("day", ColumnKind.Date), new("time", ColumnKind.Date) { Unit = DateUnit.Seconds }, new("month", ColumnKind.Date) { Unit = DateUnit.Months },
        new("clock", ColumnKind.Date) { Unit = DateUnit.SecondsOfDay },
    ];

    /// <summary>Twelve columns of every kind. Where the text is its first level, age and city are missing in half of the rows.</summary>
    public static Table Every(int rows, int seed)
    {
        return new Table(Schema, [.. Schema.Select((_, column) => Enumerable.Range(0, rows).Select(row => Cell(column, row, seed)).ToArray())]);
    }

    /// <summary>Columns of every kind again and again.</summary>
    public static Table Wide(int columns, int rows, int seed)
    {
        Table[] parts = [.. Enumerable.Range(0, (columns + Schema.Length - 1) / Schema.Length).Select(part => Every(rows, seed + (10 * part)))];
        return new Table(
            [.. Enumerable.Range(0, columns).Select(column => Schema[column % Schema.Length] with { Name = $"{column} {Schema[column % Schema.Length].Name}" })],
            [.. Enumerable.Range(0, columns).Select(column => parts[column / Schema.Length].Column(column % Schema.Length).ToArray())]);
    }

    private static ColumnSchema Words(string name, ImmutableArray<string> levels)
    {
        return new ColumnSchema(name, ColumnKind.Category) { Levels = levels };
    }

    private static double Cell(int column, int row, int seed)
    {
        double chance = Chance(row, (seed * 31) + column);
        double text = Math.Floor(Chance(row, seed * 31) * Chance(row, seed + 5) * Hostile.Length);
        bool isMissing = text == 0 && Chance(row, seed + 7) < 0.5;
        return column switch
        {
            0 => (100 * chance) + (10 * text),
            1 => isMissing ? double.NaN : Math.Round(20 + (50 * chance)),
            2 => text,
            3 => isMissing || chance < 0.05 ? double.NaN : Math.Floor(chance * chance * 60),
            4 => chance < 0.3 ? 1 : 0,
            5 => 0,
            6 or 7 => double.NaN,
            8 => 18_000 + Math.Floor(1_000 * chance),
            9 => 1.6e9 + Math.Floor(3e7 * chance),
            10 => 400 + Math.Floor(60 * chance),
            _ => Math.Floor(86_400 * chance),
        };
    }

    private static double Chance(int row, int stream)
    {
        ulong bits = ((ulong)row * 0x9E3779B97F4A7C15) + ((ulong)(uint)stream * 0xD1B54A32D192ED03) + 1;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return ((bits ^ (bits >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
