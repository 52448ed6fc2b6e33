using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Joint;
using GanSweep.Evaluation.Privacy;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Membership;

/// <summary>Real records of which somebody asks whether they were trained on, as rows and as points, and what he measures of each.</summary>
internal sealed class RealRecords
{
    // Of the rows that records are held against, at most 2^28 / (records × columns), but at least 256.
    private const int FewestOthers = 256;
    private const int MostOthers = 1 << 14;

    // 64 KB of doubles.
    private const int RowsOfABlock = 1 << 13;

    private readonly Table _records;
    private readonly RowDistances _distances;
    private readonly JointPoints _points;
    private readonly DenseRows _rows;

    /// <param name="real">What the unit of the distances is taken from.</param>
    /// <param name="records">The records, rows of it.</param>
    public RealRecords(RealSide real, Table records)
    {
        _records = records;
        _distances = new RowDistances(real.Table);
        _points = JointPoints.On(real);
        _rows = new DenseRows(records);
    }

    /// <summary>How many there are.</summary>
    public int Count => _records.RowCount;

    /// <summary>How far each is from each row of another table.</summary>
    public RecordPairs To(Table others)
    {
        DenseRows rows = new(others);
        (float[][] from, float[][] to) = (_points.Of(_records, Count), _points.Of(others, others.RowCount));
        (float[][] distances, float[][] squares) = (new float[Count][], new float[Count][]);
        double[] row = new double[others.RowCount];
        for (int record = 0; record < Count; record++)
        {
            _distances.Fill(_rows, record, rows, row);
            distances[record] = [.. row.Select(distance => (float)distance)];
            FillSquares(from, record, to, 0, squares[record] = new float[row.Length]);
        }

        return new RecordPairs(distances, squares);
    }

    /// <summary>How many rows of a synthetic table so many records are held against.</summary>
    public static int Looked(int records, Table synthetic)
    {
        return Math.Min(synthetic.RowCount, RowPairs.Against(records, synthetic.ColumnCount, FewestOthers, MostOthers));
    }

    /// <summary>What synthetic rows say of each record: of at most 16,384 evenly spaced ones, and fewer where 2^28 / (records × columns) is less, but 256.</summary>
    /// <param name="synthetic">The synthetic side.</param>
    /// <param name="records">How many records are asked of, where these are a part of them.</param>
    public Traces TracesIn(TableColumns synthetic, int records)
    {
        Table others = synthetic.Table.Thinned(Looked(records, synthetic.Table));
        JointPoints points = _points.AndOf(synthetic);
        DenseRows rows = new(others);
        (float[][] from, float[][] to) = (points.Of(_records, Count), points.Of(others, others.RowCount));
        Traces traces = new(new double[Count], new double[Count]);
        KernelDensity density = new(others.RowCount, others.ColumnCount);
        double[] near = new double[Math.Min(RowsOfABlock, others.RowCount)];
        float[] squares = new float[others.RowCount];
        for (int record = 0; record < Count; record++)
        {
            Neighbours neighbours = Neighbours.None;
            for (int start = 0; start < others.RowCount; start += near.Length)
            {
                Span<double> block = near.AsSpan(0, Math.Min(near.Length, others.RowCount - start));
                _distances.Fill(_rows, record, rows, start, block);
                FillSquares(from, record, to, start, squares.AsSpan(start, block.Length));
                neighbours = neighbours.And(block);
            }

            traces.Nearest[record] = neighbours.Nearest;
            traces.LogDensity[record] = density.LogOf(squares);
        }

        return traces;
    }

    // Each in a lane of its own, coordinate after coordinate: the same bits whatever a processor's lanes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillSquares(float[][] from, int record, float[][] to, int start, Span<float> squares)
    {
        squares.Clear();
        Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(squares);
        for (int coordinate = 0; coordinate < from.Length; coordinate++)
        {
            float at = from[coordinate][record];
            ReadOnlySpan<float> others = to[coordinate].AsSpan(start, squares.Length);
            ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(others);
            for (int i = 0; i < vectors.Length; i++)
            {
                Vector<float> difference = vectors[i] - new Vector<float>(at);
                sums[i] += difference * difference;
            }

            for (int i = vectors.Length * Vector<float>.Count; i < others.Length; i++)
            {
                float difference = others[i] - at;
                squares[i] += difference * difference;
            }
        }
    }
}
