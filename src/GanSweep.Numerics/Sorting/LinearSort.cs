using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Numerics.Sorting;

/// <summary>
/// Sorts numbers in time linear in how many there are: by their bits, eleven at a time, the lowest first (Knuth, "The art of computer
/// programming" 3, 5.2.5).
/// </summary>
public static class LinearSort
{
    private const int BitsOfADigit = 11;
    private const int Radix = 1 << BitsOfADigit;
    private const int DigitsOfADouble = 6;
    private const uint Sign = 1u << 31;

    // To count 2,048 digits three times takes longer than to compare so few.
    private const int FewestNumbers = 1024;

    /// <summary>Puts numbers into ascending order; what is no number comes to one of the ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sort(Span<float> numbers)
    {
        if (numbers.Length < FewestNumbers)
        {
            numbers.Sort();
            return;
        }

        Span<uint> from = MemoryMarshal.Cast<float, uint>(numbers);
        uint[] rented = ArrayPool<uint>.Shared.Rent(numbers.Length);
        Span<uint> to = rented.AsSpan(0, numbers.Length);
        Span<int> lowest = stackalloc int[Radix], middle = stackalloc int[Radix], highest = stackalloc int[Radix];
        lowest.Clear();
        middle.Clear();
        highest.Clear();
        foreach (ref uint bits in from)
        {
            // Ordered as a whole number: the larger the magnitude of a negative number, the smaller.
            bits ^= (uint)((int)bits >> 31) | Sign;
            lowest[(int)(bits % Radix)]++;
            middle[(int)((bits >> BitsOfADigit) % Radix)]++;
            highest[(int)(bits >> (2 * BitsOfADigit))]++;
        }

        Place(from, to, 0, lowest);
        Place(to, from, BitsOfADigit, middle);
        Place(from, to, 2 * BitsOfADigit, highest);
        for (int i = 0; i < to.Length; i++)
        {
            from[i] = to[i] ^ ((uint)((int)~to[i] >> 31) | Sign);
        }

        ArrayPool<uint>.Shared.Return(rented);
    }

    /// <summary>The order in which numbers ascend; of equal ones, as 0 and −0 are, the first comes first. What is no number comes to one of the ends.</summary>
    /// <param name="numbers">The numbers, <c>[n]</c>.</param>
    /// <returns>The place of the smallest, of the next, and so on, <c>[n]</c>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] Order(ReadOnlySpan<double> numbers)
    {
        int n = numbers.Length;
        if (n < FewestNumbers)
        {
            return OrderByComparisons(numbers);
        }

        (ulong Bits, int Place)[] from = new (ulong, int)[n], to = new (ulong, int)[n];
        int[] counts = new int[DigitsOfADouble * Radix];
        for (int i = 0; i < n; i++)
        {
            // −0 becomes 0.
            ulong bits = BitConverter.DoubleToUInt64Bits(numbers[i] + 0.0);
            bits ^= (ulong)((long)bits >> 63) | (1UL << 63);
            from[i] = (bits, i);
            for (int digit = 0; digit < DigitsOfADouble; digit++)
            {
                counts[(digit * Radix) + (int)((bits >> (digit * BitsOfADigit)) % Radix)]++;
            }
        }

        for (int digit = 0; digit < DigitsOfADouble; digit++)
        {
            Span<int> starts = counts.AsSpan(digit * Radix, Radix);
            int shift = digit * BitsOfADigit;

            // Numbers of a narrow range have the same highest digits, and short ones the same lowest.
            if (starts[(int)((from[0].Bits >> shift) % Radix)] == n)
            {
                continue;
            }

            CountsToStarts(starts);
            foreach ((ulong bits, int place) in from)
            {
                to[starts[(int)((bits >> shift) % Radix)]++] = (bits, place);
            }

            (from, to) = (to, from);
        }

        int[] order = new int[n];
        for (int i = 0; i < n; i++)
        {
            order[i] = from[i].Place;
        }

        return order;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Place(ReadOnlySpan<uint> from, Span<uint> to, int shift, Span<int> counts)
    {
        CountsToStarts(counts);
        foreach (uint bits in from)
        {
            to[counts[(int)((bits >> shift) % Radix)]++] = bits;
        }
    }

    private static int[] OrderByComparisons(ReadOnlySpan<double> numbers)
    {
        double[] sorted = numbers.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);

        // Equal numbers come in any order.
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            order.AsSpan(start..end).Sort();
        }

        return order;
    }

    // How often each digit occurs becomes where its first number goes.
    private static void CountsToStarts(Span<int> counts)
    {
        int start = 0;
        foreach (ref int count in counts)
        {
            (count, start) = (start, start + count);
        }
    }
}
