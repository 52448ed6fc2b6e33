using GanSweep.Tables;

namespace GanSweep.Reporting.Tests;

/// <summary>The tables that reports are made of in tests.</summary>
internal static class Tables
{
    public static Table Read(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Oracles", file));
        double[][] rows = [.. lines.Skip(1).Select(line => line.Split(',').Select(double.Parse).ToArray())];
        string[] names = lines[0].Split(',');
        return new Table(names, [.. names.Select((_, column) => rows.Select(row => row[column]).ToArray())]);
    }

    /// <summary>The rows of a table again and again, each time a little farther out.</summary>
    public static Table Repeated(Table table, int rows)
    {
        return new Table(table.ColumnNames, [.. Enumerable.Range(0, table.ColumnCount).Select(column =>
        {
            double[] values = table.Column(column).ToArray();
            return Enumerable.Range(0, rows).Select(row => values[row % values.Length] * (1 + (0.01 * (row / values.Length)) + (0.1 * Math.Sin(row * (column + 1))))).ToArray();
        })]);
    }

    /// <summary>Columns of every kind: numbers, whole numbers, constants.</summary>
    public static Table Mixed(int columns, int rows, int seed)
    {
        double Value(int column, int row)
        {
            double wave = Math.Sin((row * 0.7) + seed + column) + Math.Cos(row * 1.3 * (column + 1));
            return (column % 4) switch
            {
                1 => Math.Round(wave * 3),
                2 => column == 2 ? 5 : wave * 1e7,
                3 => wave * 1e-6,
                _ => wave,
            };
        }

        return new Table(
            [.. Enumerable.Range(0, columns).Select(column => $"column {column} <{(column % 3 == 0 ? "a rather long name" : "b")}>")],
            [.. Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, rows).Select(row => Value(column, row)).ToArray())]);
    }
}
