using System.Globalization;
using System.Text.Json;
using GanSweep.Evaluation.Attacks;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Tests.Oracles;

/// <summary>The tables that Anonymeter's own code attacked, and what it said.</summary>
internal static class AnonymeterFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Oracles", "anonymeter");

    private static readonly ColumnSchema[] Schema =
    [
        new("age"), WithLevels("sex", "female", "male"), new("bmi"), new("children"), WithLevels("smoker", "no", "yes"),
        WithLevels("region", "northeast", "northwest", "southeast", "southwest"), new("charges"),
    ];

    public static JsonElement Expected { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "expected.json"))).RootElement;

    /// <summary>A synthetic table of them with the training rows and the control.</summary>
    public static AttackedTables Tables(string synthetic)
    {
        return new AttackedTables(Table(synthetic), Table("training"), Table("control"));
    }

    private static Table Table(string name)
    {
        string[][] rows = [.. File.ReadLines(Path.Combine(Folder, $"{name}.csv")).Skip(1).Select(line => line.Split(','))];
        return new Table([.. Schema], [.. Schema.Select((column, place) => rows.Select(row => ValueOf(column, row[place])).ToArray())]);
    }

    private static double ValueOf(ColumnSchema column, string cell)
    {
        return column.HasLevels ? column.Levels.IndexOf(cell) : double.Parse(cell, CultureInfo.InvariantCulture);
    }

    private static ColumnSchema WithLevels(string name, params string[] levels)
    {
        return new ColumnSchema(name, ColumnKind.Category) { Levels = [.. levels] };
    }
}
