using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GanSweep.Evaluation.Columns;

namespace GanSweep.Evaluation.Histograms;

/// <summary>The histogram of a real column over bins of equal frequency and its atoms, missing cells a bin of their own, and the divergence of other columns from it.</summary>
internal sealed class EqualFrequencyHistogram
{
    private const int Bins = 20;

    // A block of a column stays in the first-level cache while every edge passes over it.
    private const int BlockLength = 2048;

    private readonly double[] _edges;
    private readonly double[] _shares;

    /// <param name="real">The cells of the real column that are there.</param>
    /// <param name="missing">How many are missing.</param>
    public EqualFrequencyHistogram(SortedColumn real, int missing)
    {
        _edges = BinEdges.Of(real, Bins);
        _shares = new double[_edges.Length + 2];
        FillShares(real.Values, real.Values.Length, missing, _shares);
    }

    /// <summary>The Jensen–Shannon divergence in bits between the histogram of a column over these bins and this one; 0 to 1.</summary>
    /// <param name="values">The column, with or without its missing cells.</param>
    /// <param name="present">How many cells are there.</param>
    /// <param name="missing">How many are missing.</param>
    public double DivergenceTo(ReadOnlySpan<double> values, int present, int missing)
    {
        Span<double> shares = stackalloc double[_shares.Length];
        FillShares(values, present, missing, shares);
        return JensenShannon.Bits(_shares, shares);
    }

    // The bin of a value is the number of edges below it; the bins' counts are differences of the numbers of values above each edge. Missing cells
    // are above none, and have the last bin.
    private void FillShares(ReadOnlySpan<double> values, int present, int missing, Span<double> shares)
    {
        double rows = present + missing;
        Span<long> above = stackalloc long[_edges.Length];
        above.Clear();
        for (int start = 0; start < values.Length; start += BlockLength)
        {
            ReadOnlySpan<double> block = values[start..Math.Min(start + BlockLength, values.Length)];
            for (int edge = 0; edge < above.Length; edge++)
            {
                above[edge] += CountAbove(block, _edges[edge]);
            }
        }

        long aboveLower = present;
        for (int bin = 0; bin < above.Length; bin++)
        {
            shares[bin] = (aboveLower - above[bin]) / rows;
            aboveLower = above[bin];
        }

        shares[^2] = aboveLower / rows;
        shares[^1] = missing / rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long CountAbove(ReadOnlySpan<double> values, double edge)
    {
        ReadOnlySpan<Vector256<double>> vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        Vector256<double> edges = Vector256.Create(edge);
        Vector256<long> counts = Vector256<long>.Zero;
        foreach (Vector256<double> vector in vectors)
        {
            // A lane that is greater is all ones: −1.
            counts -= Vector256.GreaterThan(vector, edges).AsInt64();
        }

        long count = counts[0] + counts[1] + counts[2] + counts[3];
        foreach (double value in values[(vectors.Length * Vector256<double>.Count)..])
        {
            count += value > edge ? 1 : 0;
        }

        return count;
    }
}
