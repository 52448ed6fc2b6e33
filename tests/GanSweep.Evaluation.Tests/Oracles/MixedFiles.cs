using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Tests.Oracles;

/// <summary>The golden pairs of mixed tables, read by the kinds that their expected.json gives.</summary>
internal static class MixedFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Oracles", "mixed");

    public static JsonElement Expected(string pair)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, pair, "expected.json")));
        return document.RootElement.Clone();
    }

    /// <summary>Levels are sorted by their bytes; those that the synthetic table alone has follow the real ones.</summary>
    public static (Table Real, Table Synthetic) Tables(string pair)
    {
        string[][] real = Cells(File.ReadAllText(Path.Combine(Folder, pair, "real.csv")));
        string[][] synthetic = Cells(File.ReadAllText(Path.Combine(Folder, pair, "synthetic.csv")));
        JsonElement kinds = Expected(pair).GetProperty("kinds");
        ColumnSchema[] schema = [.. real[0].Select((name, column) => SchemaOf(name, KindOf(kinds, name), [], Column(real, column)))];
        ColumnSchema[] more = [.. schema.Select((known, column) => SchemaOf(known.Name, known.Kind, known.Levels, Column(synthetic, column)))];
        return (TableOf(schema, real), TableOf(more, synthetic));
    }

    private static ColumnKind KindOf(JsonElement kinds, string name)
    {
        return kinds.GetProperty(name).GetString() switch
        {
            "number" or "whole" => ColumnKind.Number,
            "date" => ColumnKind.Date,
            "boolean" => ColumnKind.Boolean,
            _ => ColumnKind.Category,
        };
    }

    private static ColumnSchema SchemaOf(string name, ColumnKind kind, ImmutableArray<string> known, IEnumerable<string> cells)
    {
        ColumnSchema column = new(name, kind);
        return column.HasLevels
            ? column with { Levels = [.. known, .. cells.Where(cell => cell.Length > 0).Except(known).Distinct().Order(StringComparer.Ordinal)] }
            : column;
    }

    private static Table TableOf(ColumnSchema[] schema, string[][] cells)
    {
        return new Table([.. schema], [.. schema.Select((column, index) => Column(cells, index).Select(cell => ValueOf(column, cell)).ToArray())]);
    }

    private static double ValueOf(ColumnSchema column, string cell)
    {
        return cell.Length == 0 ? double.NaN
            : column.HasLevels ? column.Levels.IndexOf(cell)
            : column.Kind == ColumnKind.Date ? DateOnly.Parse(cell, CultureInfo.InvariantCulture).DayNumber - new DateOnly(1970, 1, 1).DayNumber
            : double.Parse(cell, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Column(string[][] cells, int column)
    {
        return cells.Skip(1).Select(row => row[column]);
    }

    private static string[][] Cells(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        StringBuilder cell = new();
        bool quoted = false;
        foreach (char c in text.ReplaceLineEndings("\n"))
        {
            // A quote within quotes stands twice: out and in again.
            if (c == '"')
            {
                if (!quoted && cell.Length > 0)
                {
                    cell.Append('"');
                }

                quoted = !quoted;
            }
            else if (!quoted && c is (',' or '\n'))
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        return [.. rows];
    }
}
