using GanSweep.Evaluation.Privacy;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Windows;

/// <summary>The distance between two windows: the mean of that of their first rows, their second ones, and so on.</summary>
/// <param name="whole">The table whose columns' ranges are the unit.</param>
internal sealed class WindowDistances(Table whole)
{
    // 64 KB of doubles.
    private const int WindowsOfABlock = 1 << 13;

    private readonly RowDistances _rows = new(whole);

    /// <summary>Is given the distances of a window to some others.</summary>
    /// <param name="window">Which it is among those that are asked of, from 0.</param>
    /// <param name="first">Where the first of the others begins.</param>
    /// <param name="distances">To those that begin there and in the rows after it.</param>
    public delegate void Take(int window, int first, ReadOnlySpan<double> distances);

    /// <summary>Holds windows against all others, block by block of the others.</summary>
    /// <param name="windows">Of the same length as the others.</param>
    /// <param name="starts">Where those begin that are asked of.</param>
    /// <param name="others">The others.</param>
    /// <param name="take">Is given what is found.</param>
    public void ForEachBlock(RowWindows windows, int[] starts, RowWindows others, Take take)
    {
        double[] sums = new double[WindowsOfABlock];
        double[] distances = new double[WindowsOfABlock];
        foreach (Range range in others.Starts)
        {
            for (int first = range.Start.Value; first < range.End.Value; first += WindowsOfABlock)
            {
                int count = Math.Min(WindowsOfABlock, range.End.Value - first);
                for (int window = 0; window < starts.Length; window++)
                {
                    Fill(windows, starts[window], others, first, sums.AsSpan(0, count), distances.AsSpan(0, count));
                    take(window, first, sums.AsSpan(0, count));
                }
            }
        }
    }

    /// <summary>Holds windows against each other.</summary>
    /// <param name="windows">The windows.</param>
    /// <param name="starts">Where those begin that are asked of.</param>
    /// <returns><c>[starts][starts]</c>.</returns>
    public double[][] Among(RowWindows windows, int[] starts)
    {
        double[][] sums = [.. starts.Select(_ => new double[starts.Length])];
        double[] distances = new double[starts.Length];
        for (int row = 0; row < windows.Length; row++)
        {
            DenseRows rows = new(windows.Rows.Table.Take([.. starts.Select(start => start + row)]));
            for (int window = 0; window < starts.Length; window++)
            {
                _rows.Fill(rows, window, rows, distances);
                Add(distances, windows.Length, sums[window]);
            }
        }

        return sums;
    }

    private void Fill(RowWindows windows, int start, RowWindows others, int first, Span<double> sums, Span<double> distances)
    {
        sums.Clear();
        for (int row = 0; row < others.Length; row++)
        {
            _rows.Fill(windows.Dense, start + row, others.Dense, first + row, distances);
            Add(distances, others.Length, sums);
        }
    }

    private static void Add(ReadOnlySpan<double> distances, int length, Span<double> sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += distances[i] / length;
        }
    }
}
