using System.Buffers;
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
        if (forRanks)
        {
            _rows = new int[values.Length];
            ColumnSort.Fill(values, _values, _rows);
            return;
        }

        int[] rows = ArrayPool<int>.Shared.Rent(values.Length);
        ColumnSort.Fill(values, _values, rows.AsSpan(0, values.Length));
        ArrayPool<int>.Shared.Return(rows);
    }

    /// <summary>One without values.</summary>
    public static SortedColumn Empty { get; } = new([], forRanks: true);

    public ReadOnlySpan<double> Values => _values;

    /// <summary>Whether all values are equal, or there are none.</summary>
    public bool IsConstant => _values.Length == 0 || _values[0] == _values[^1];

    /// <summary>The ranks of a column's values, which is not kept sorted.</summary>
    public static double[] RanksOf(ReadOnlySpan<double> values)
    {
        double[] sorted = ArrayPool<double>.Shared.Rent(values.Length);
        int[] rows = ArrayPool<int>.Shared.Rent(values.Length);
        ColumnSort.Fill(values, sorted.AsSpan(0, values.Length), rows.AsSpan(0, values.Length));
        double[] ranks = RanksOf(sorted.AsSpan(0, values.Length), rows);
        ArrayPool<double>.Shared.Return(sorted);
        ArrayPool<int>.Shared.Return(rows);
        return ranks;
    }

    /// <summary>The quantile at part / parts, of type 7 of Hyndman and Fan 1996.</summary>
    public double Quantile(int part, int parts)
    {
        return Columns.Quantile.OfSorted(_values, part, parts);
    }

    /// <summary>The ranks of the values from 1, in the order of the column's rows; equal values share the mean of theirs.</summary>
    public double[] Ranks()
    {
        return RanksOf(_values, _rows ?? throw new InvalidOperationException("Where the values stand was not kept."));
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] RanksOf(ReadOnlySpan<double> sorted, ReadOnlySpan<int> rows)
    {
        double[] ranks = new double[sorted.Length];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
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
}
