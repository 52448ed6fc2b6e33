using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Privacy;

/// <summary>
/// Measures what synthetic rows give away of the rows that they were learnt from. Distances are means over columns of
/// min(|x − y| / range, 1), and of 0 or 1 for levels and missing cells, with the range of the whole table for all comparisons: normalised each by its own range, training and held-out
/// part could not be compared. At most 4,096 evenly spaced synthetic rows are looked at, and the fewer the larger the table is: 2^28 / (its rows ×
/// columns), but at least 256; for exact copies, all of them.
/// </summary>
/// <remarks>
/// Rows are compared with equally many training and held-out rows: the mean over all subsamples of the training rows, exactly. A near copy is
/// nearer than the 1 % quantile of the distances from each row of the table (of at most 4,096 evenly spaced ones, fewer beyond 16 columns) to
/// its closest other row.
/// </remarks>
internal sealed class ClosenessMeasure
{
    private const int MostRows = 4096;
    private const int LeastRows = 256;

    // 256 KB of doubles.
    private const int CellsOfABlock = 1 << 15;

    private readonly RealSide _real;
    private readonly RowDistances _distances;
    private readonly TablePart _trainingRows;
    private readonly TablePart? _heldOutRows;
    private readonly RowSet _training;
    private readonly CloserOdds? _odds;

    private ClosenessMeasure(RealSide real)
    {
        _real = real;
        _distances = new RowDistances(real.Table);
        _trainingRows = real.Split.TrainingPart;
        _heldOutRows = real.Split.HeldOutPart;
        _training = new RowSet(new DenseRows(_trainingRows.Table), _trainingRows.Numbers);
        _odds = _heldOutRows is { } heldOut ? new CloserOdds(_trainingRows.RowCount, heldOut.RowCount) : null;
        NearCopy = NearCopyDistance(real.Table);
    }

    /// <summary>The distance below which a row is a near copy.</summary>
    public double NearCopy { get; }

    /// <summary>What the real table asks for.</summary>
    public static ClosenessMeasure On(RealSide real)
    {
        return real.Part(side => new ClosenessMeasure(side));
    }

    /// <summary>How close the synthetic rows are.</summary>
    public static Closeness Of(Comparison comparison)
    {
        return comparison.Part(each => On(each.Real).Measure(each.Synthetic));
    }

    private Closeness Measure(Table synthetic)
    {
        DenseRows rows = new(synthetic.Thinned(RowPairs.Against(_real.Table.RowCount, _real.Table.ColumnCount, LeastRows, MostRows)));
        double[] nearestHeldOut = [.. Enumerable.Repeat(double.PositiveInfinity, rows.RowCount)];
        if (_heldOutRows is { } heldOut)
        {
            ForEachBlock(rows, heldOut, (row, distances) => nearestHeldOut[row] = Math.Min(nearestHeldOut[row], Smallest(distances)));
        }

        Neighbours[] neighbours = [.. Enumerable.Repeat(Neighbours.None, rows.RowCount)];
        int[] nearer = new int[rows.RowCount];
        int[] asNear = new int[rows.RowCount];
        ForEachBlock(rows, _trainingRows, (row, distances) =>
        {
            neighbours[row] = neighbours[row].And(distances);
            if (_odds is not null)
            {
                (int less, int notGreater) = CloserOdds.Count(distances, nearestHeldOut[row]);
                nearer[row] += less;
                asNear[row] += notGreater;
            }
        });
        Closeness closeness = new(NearCopy, _training.ShareOf(new DenseRows(synthetic)));
        for (int row = 0; row < rows.RowCount; row++)
        {
            closeness.Add(neighbours[row].OfAll());
            if (_odds is not null)
            {
                closeness.AddHeldOut(nearestHeldOut[row], _odds.Of(nearer[row], asNear[row]));
            }
        }

        return closeness;
    }

    // Block by block of the other rows, which stay in the cache while all rows are held against them; a copy of all would be a large table once more.
    private void ForEachBlock(DenseRows rows, TablePart others, BlockAction action)
    {
        double[] distances = new double[Math.Clamp(CellsOfABlock / others.ColumnCount, 1, others.RowCount)];
        for (int start = 0; start < others.RowCount; start += distances.Length)
        {
            Span<double> block = distances.AsSpan(0, Math.Min(distances.Length, others.RowCount - start));
            DenseRows slice = new(others.Slice(start, block.Length));
            for (int row = 0; row < rows.RowCount; row++)
            {
                _distances.Fill(rows, row, slice, block);
                action(row, block);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Smallest(ReadOnlySpan<double> distances)
    {
        ReadOnlySpan<Vector256<double>> fours = MemoryMarshal.Cast<double, Vector256<double>>(distances);
        Vector256<double> smallestOfLanes = Vector256.Create(double.PositiveInfinity);
        foreach (Vector256<double> four in fours)
        {
            smallestOfLanes = Vector256.Min(smallestOfLanes, four);
        }

        double smallest = double.PositiveInfinity;
        for (int lane = 0; lane < Vector256<double>.Count; lane++)
        {
            smallest = Math.Min(smallest, smallestOfLanes[lane]);
        }

        foreach (double distance in distances[(fours.Length * Vector256<double>.Count)..])
        {
            smallest = Math.Min(smallest, distance);
        }

        return smallest;
    }

    private double NearCopyDistance(Table table)
    {
        DenseRows rows = new(table.Thinned(RowPairs.Among(table.ColumnCount, MostRows)));
        double[] distances = new double[rows.RowCount];
        double[] nearest = new double[rows.RowCount];
        for (int row = 0; row < nearest.Length; row++)
        {
            _distances.Fill(rows, row, rows, distances);
            distances[row] = double.PositiveInfinity;
            nearest[row] = Neighbours.Of(distances).Nearest;
        }

        Array.Sort(nearest);
        return Quantile.OfSorted(nearest, 1, 100);
    }

    private delegate void BlockAction(int row, ReadOnlySpan<double> distances);
}
