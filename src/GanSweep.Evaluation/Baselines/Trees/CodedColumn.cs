using GanSweep.Evaluation.Columns;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Baselines.Trees;

/// <summary>
/// A column as whole numbers: a measure's cells by the place of their value among its different values, a missing one behind the largest; levels by
/// their number, a missing one behind the last. Trees look at nothing else, since all that is drawn are cells of the table.
/// </summary>
internal sealed class CodedColumn
{
    private readonly double[] _values;

    public CodedColumn(Table table, int column)
    {
        HasLevels = table.Schema[column].HasLevels;
        ReadOnlySpan<double> cells = table.Column(column);
        _values = HasLevels
            ? [.. Enumerable.Range(0, table.Schema[column].Levels.Length).Select(level => (double)level)]
            : Different(new SortedColumn(table.Present(column), forRanks: false).Values);
        Codes = new int[cells.Length];
        for (int row = 0; row < Codes.Length; row++)
        {
            Codes[row] = double.IsNaN(cells[row]) ? Missing : HasLevels ? (int)cells[row] : _values.AsSpan().BinarySearch(cells[row] + 0.0);
        }
    }

    /// <summary>Whether the numbers are levels, without an order.</summary>
    public bool HasLevels { get; }

    /// <summary>The cells, <c>[rows]</c>.</summary>
    public int[] Codes { get; }

    /// <summary>What a missing cell is: the largest.</summary>
    public int Missing => _values.Length;

    /// <summary>The cell that a number stands for.</summary>
    public double ValueOf(int code)
    {
        return code == Missing ? double.NaN : _values[code];
    }

    private static double[] Different(ReadOnlySpan<double> sorted)
    {
        List<double> values = [];
        foreach (double value in sorted)
        {
            if (values.Count == 0 || values[^1] != value)
            {
                values.Add(value + 0.0);
            }
        }

        return [.. values];
    }
}
