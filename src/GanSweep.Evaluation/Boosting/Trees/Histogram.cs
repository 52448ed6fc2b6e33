using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Evaluation.Boosting.Trees;

/// <summary>
/// Of every column the bins that have rows of a node, ascending, and of each the sums of its rows: gradients, hessians, their number. Bins without rows are
/// left out: most nodes have fewer rows than a column has bins, and all histograms of a tree's leaves together then take as much as the root's.
/// </summary>
internal sealed class Histogram
{
    // Of fewer rows it is quicker to remember which bins they are in than to look at all.
    private const int FewRows = 128;

    private readonly byte[] _bins;
    private readonly Vector256<double>[] _sums;

    // Where each column's bins begin, and behind them where they end.
    private readonly int[] _starts;

    /// <summary>That of a node.</summary>
    /// <param name="cells">The bins of all rows, <c>[columns][rows]</c>.</param>
    /// <param name="rows">Which rows, ascending.</param>
    /// <param name="gradients">Of each of these rows its gradient, its hessian, 1, and 0.</param>
    /// <param name="bins">Room for a column's bins, all zero; left so.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Histogram(byte[][] cells, ReadOnlySpan<int> rows, ReadOnlySpan<Vector256<double>> gradients, Vector256<double>[] bins)
    {
        // One more is written and not kept.
        int most = (cells.Length * Math.Min(rows.Length, bins.Length)) + 1;
        _bins = ArrayPool<byte>.Shared.Rent(most);
        _sums = ArrayPool<Vector256<double>>.Shared.Rent(most);
        _starts = new int[cells.Length + 1];
        int end = 0;
        for (int column = 0; column < cells.Length; column++)
        {
            if (rows.Length < FewRows)
            {
                foreach (int bin in FillSome(cells[column], rows, gradients, bins))
                {
                    _bins[end] = (byte)bin;
                    _sums[end++] = bins[bin];
                    bins[bin] = Vector256<double>.Zero;
                }
            }
            else
            {
                Fill(cells[column], rows, gradients, bins);
                for (int bin = 0; bin < bins.Length; bin++)
                {
                    // Written, and kept if there are rows: whether there are is hard to foretell.
                    Vector256<double> sums = bins[bin];
                    _bins[end] = (byte)bin;
                    _sums[end] = sums;
                    end += sums[2] > 0 ? 1 : 0;
                    bins[bin] = Vector256<double>.Zero;
                }
            }

            _starts[column + 1] = end;
        }
    }

    /// <summary>The bins of a column that have rows, ascending.</summary>
    public ReadOnlySpan<byte> Bins(int column)
    {
        return _bins.AsSpan(_starts[column].._starts[column + 1]);
    }

    /// <summary>Their sums, each in its bin's place.</summary>
    public ReadOnlySpan<Vector256<double>> Sums(int column)
    {
        return _sums.AsSpan(_starts[column].._starts[column + 1]);
    }

    /// <summary>Takes some of the rows away.</summary>
    /// <param name="part">Their histogram.</param>
    /// <param name="bins">Room for a column's bins, all zero; left so.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Subtract(Histogram part, Vector256<double>[] bins)
    {
        ref Vector256<double> first = ref MemoryMarshal.GetArrayDataReference(bins);
        int from = 0;
        int end = 0;
        for (int column = 0; column + 1 < _starts.Length; column++)
        {
            ReadOnlySpan<byte> taken = part.Bins(column);
            ReadOnlySpan<Vector256<double>> ofTaken = part.Sums(column);
            for (int i = 0; i < taken.Length; i++)
            {
                Unsafe.Add(ref first, taken[i]) = ofTaken[i];
            }

            int last = _starts[column + 1];
            for (; from < last; from++)
            {
                // Of most bins nothing is taken, and of those of which something is, most are left without rows.
                byte bin = _bins[from];
                Vector256<double> sums = _sums[from] - Unsafe.Add(ref first, bin);
                _bins[end] = bin;
                _sums[end] = sums;
                end += sums[2] > 0 ? 1 : 0;
            }

            _starts[column + 1] = end;
            foreach (byte bin in taken)
            {
                Unsafe.Add(ref first, bin) = Vector256<double>.Zero;
            }
        }
    }

    /// <summary>Gives its memory back.</summary>
    public void Return()
    {
        ArrayPool<byte>.Shared.Return(_bins);
        ArrayPool<Vector256<double>>.Shared.Return(_sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(ReadOnlySpan<byte> cells, ReadOnlySpan<int> rows, ReadOnlySpan<Vector256<double>> gradients, Vector256<double>[] bins)
    {
        ref byte cell = ref MemoryMarshal.GetReference(cells);
        ref Vector256<double> first = ref MemoryMarshal.GetArrayDataReference(bins);
        if (rows.Length == cells.Length)
        {
            for (int i = 0; i < gradients.Length; i++)
            {
                Unsafe.Add(ref first, cells[i]) += gradients[i];
            }
        }
        else
        {
            for (int i = 0; i < gradients.Length; i++)
            {
                Unsafe.Add(ref first, Unsafe.Add(ref cell, rows[i])) += gradients[i];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static OccupiedBins FillSome(ReadOnlySpan<byte> cells, ReadOnlySpan<int> rows, ReadOnlySpan<Vector256<double>> gradients, Vector256<double>[] bins)
    {
        OccupiedBins occupied = default;
        ref byte cell = ref MemoryMarshal.GetReference(cells);
        ref Vector256<double> first = ref MemoryMarshal.GetArrayDataReference(bins);
        for (int i = 0; i < gradients.Length; i++)
        {
            int bin = Unsafe.Add(ref cell, rows[i]);
            Unsafe.Add(ref first, bin) += gradients[i];
            occupied.Add(bin);
        }

        return occupied;
    }
}
