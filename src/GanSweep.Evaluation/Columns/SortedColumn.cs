using System.Runtime.CompilerServices;

namespace GanSweep.Evaluation.Columns;

/// <summary>The values of a column in ascending order.</summary>
internal sealed class SortedColumn
{
    private readonly double[] _values;
    private readonly int[]? _rows;

    /// <param name="values">The column.</param>
    /// <param name="forRanks">Whether <see cref="Ranks"/> will be asked for.</param>
    public SortedColumn(ReadOnlySpan<double> values, bool forRanks)
    {
        _values = new double[values.Length];
        int[] rows = new int[values.Length];
        ColumnSort.Fill(values, _values, rows);
        _rows = forRanks ? rows : null;
    }

    /// <summary>One without values.</summary>
    public static SortedColumn Empty { get; } = new([], forRanks: true);

    public ReadOnlySpan<double> Values => _values;

    /// <summary>Whether all values are equal, or there are none.</summary>
    public bool IsConstant => _values.Length == 0 || _values[0] == _values[^1];

    /// <summary>The ranks of a column's values, which is not kept sorted.</summary>
    public static double[] RanksOf(ReadOnlySpan<double> values)
    {
        return new SortedColumn(values, forRanks: true).Ranks();
    }

    /// <summary>The quantile at part / parts, of type 7 of Hyndman and Fan 1996.</summary>
    public double Quantile(int part, int parts)
    {
        return Columns.Quantile.OfSorted(_values, part, parts);
    }

    /// <summary>The ranks of the values from 1, in the order of the column's rows; equal values share the mean of theirs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] Ranks()
    {
        ReadOnlySpan<int> rows = _rows ?? throw new InvalidOperationException("Where the values stand was not kept.");
        double[] ranks = new double[_values.Length];
        for (int start = 0, end; start < _values.Length; start = end)
        {
            end = start + 1;
            while (end < _values.Length && _values[end] == _values[start])
            {
                end++;
            }

            foreach (int row in rows[start..end])
            {
                ranks[row] = (start + 1 + end) / 2.0;
            }
        }

        return ranks;
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
