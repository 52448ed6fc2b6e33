using GanSweep.Tables;

namespace GanSweep.Evaluation.Columns;

/// <summary>The values of a column in ascending order.</summary>
internal sealed class SortedColumn
{
    private readonly double[] _values;

    public SortedColumn(ReadOnlySpan<double> values)
    {
        _values = values.ToArray();
        Array.Sort(_values);
    }

    public ReadOnlySpan<double> Values => _values;

    /// <summary>Every column of a table.</summary>
    public static SortedColumn[] AllOf(Table table)
    {
        return [.. Enumerable.Range(0, table.ColumnCount).Select(column => new SortedColumn(table.Column(column)))];
    }

    /// <summary>The quantile at part / parts, of type 7 of Hyndman and Fan 1996.</summary>
    public double Quantile(int part, int parts)
    {
        return Columns.Quantile.OfSorted(_values, part, parts);
    }

    /// <summary>Values below <paramref name="value"/>.</summary>
    public int CountBelow(double value)
    {
        int low = 0;
        int high = _values.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = _values[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Values at or below <paramref name="value"/>.</summary>
    public int CountUpTo(double value)
    {
        return CountBelow(Math.BitIncrement(value));
    }
}
