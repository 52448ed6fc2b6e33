using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GanSweep.Evaluation.Moments;

namespace GanSweep.Evaluation.Columns;

/// <summary>
/// Sorts a column, and with it where its values stand, in time linear in their number where they are spread evenly enough: by their place
/// between the smallest and the largest in 32 bits, eleven at a time, the lowest first (Knuth, "The art of computer programming" 3, 5.2.5).
/// Values that have one place are sorted by comparisons.
/// </summary>
internal static class ColumnSort
{
    private const int Digits = 3;
    private const int BitsOfADigit = 11;
    private const int Radix = 1 << BitsOfADigit;

    // To count 2,048 digits takes longer than to compare so few.
    private const int FewestValues = 512;

    /// <summary>Fills in the values in ascending order, and their places in the column.</summary>
    /// <param name="column">Finite numbers, at least one.</param>
    /// <param name="values">As many numbers.</param>
    /// <param name="rows">As many again: <c>values[i] = column[rows[i]]</c>.</param>
    public static void Fill(ReadOnlySpan<double> column, Span<double> values, Span<int> rows)
    {
        Extent extent = Extent.Of(column);
        double scale = uint.MaxValue / ((extent.Largest / 2) - (extent.Smallest / 2));
        if (column.Length < FewestValues || !double.IsFinite(scale))
        {
            for (int row = 0; row < rows.Length; row++)
            {
                rows[row] = row;
            }

            column.CopyTo(values);
            values.Sort(rows);
            return;
        }

        // Three passes end in the other array: the values' own can be where they begin.
        ulong[] other = ArrayPool<ulong>.Shared.Rent(column.Length);
        Span<ulong> sorted = SortPlaces(column, extent.Smallest / 2, scale, MemoryMarshal.Cast<double, ulong>(values), other.AsSpan(0, column.Length));
        for (int i = 0; i < sorted.Length; i++)
        {
            int row = (int)(uint)sorted[i];
            rows[i] = row;
            values[i] = column[row];
        }

        SortWithinPlaces(sorted, values, rows);
        ArrayPool<ulong>.Shared.Return(other);
    }

    // Place and row in one number: 32 bits each.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Span<ulong> SortPlaces(ReadOnlySpan<double> column, double halfSmallest, double scale, Span<ulong> from, Span<ulong> to)
    {
        Span<int> counts = stackalloc int[Digits * Radix];
        counts.Clear();
        for (int row = 0; row < column.Length; row++)
        {
            uint place = (uint)Math.Min(((column[row] * 0.5) - halfSmallest) * scale, uint.MaxValue);
            from[row] = ((ulong)place << 32) | (uint)row;
            counts[(int)(place & (Radix - 1))]++;
            counts[Radix + (int)((place >> BitsOfADigit) & (Radix - 1))]++;
            counts[(2 * Radix) + (int)(place >> (2 * BitsOfADigit))]++;
        }

        for (int digit = 0; digit < Digits; digit++)
        {
            // How often each digit occurs becomes where its first number goes.
            Span<int> next = counts.Slice(digit * Radix, Radix);
            int start = 0;
            foreach (ref int count in next)
            {
                (count, start) = (start, start + count);
            }

            int shift = 32 + (digit * BitsOfADigit);
            foreach (ulong number in from)
            {
                to[next[(int)(number >> shift) & (Radix - 1)]++] = number;
            }

            Span<ulong> done = to;
            to = from;
            from = done;
        }

        return from;
    }

    private static void SortWithinPlaces(ReadOnlySpan<ulong> sorted, Span<double> values, Span<int> rows)
    {
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            bool ordered = true;
            for (end = start + 1; end < sorted.Length && sorted[end] >> 32 == sorted[start] >> 32; end++)
            {
                ordered &= values[end - 1] <= values[end];
            }

            if (!ordered)
            {
                values[start..end].Sort(rows[start..end]);
            }
        }
    }
}
