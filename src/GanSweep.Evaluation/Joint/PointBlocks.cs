using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Evaluation.Joint;

/// <summary>
/// Points in blocks of sixteen, one after the other as they are read when the distances to all of them are summed: in the same lanes on every
/// processor. Sums over one point's pairs are short enough for single precision.
/// </summary>
internal sealed class PointBlocks
{
    private readonly float[][] _points;

    // [whole blocks][columns][16]
    private readonly float[] _blocks;

    /// <param name="points"><c>[columns][rows]</c>.</param>
    public PointBlocks(float[][] points)
    {
        _points = points;
        int whole = RowCount / Vector512<float>.Count;
        _blocks = new float[whole * points.Length * Vector512<float>.Count];
        for (int block = 0; block < whole; block++)
        {
            for (int column = 0; column < points.Length; column++)
            {
                points[column].AsSpan(block * Vector512<float>.Count, Vector512<float>.Count)
                    .CopyTo(_blocks.AsSpan(((block * points.Length) + column) * Vector512<float>.Count));
            }
        }
    }

    private int RowCount => _points.Length == 0 ? 0 : _points[0].Length;

    /// <summary>The mean distance over all pairs of one of these points and one of the others; 0 if there are no columns.</summary>
    public double MeanDistanceTo(PointBlocks others)
    {
        if (_points.Length == 0)
        {
            return 0;
        }

        float[] from = new float[_points.Length];
        double sum = 0;
        for (int row = 0; row < RowCount; row++)
        {
            for (int column = 0; column < from.Length; column++)
            {
                from[column] = _points[column][row];
            }

            sum += others.SumOfDistances(from);
        }

        return sum / ((double)RowCount * others.RowCount);
    }

    /// <summary>The sum of the lanes, in their order and in double precision.</summary>
    public static double SumOfLanes(Vector512<float> lanes)
    {
        double sum = 0;
        for (int lane = 0; lane < Vector512<float>.Count; lane++)
        {
            sum += lanes[lane];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double SumOfDistances(ReadOnlySpan<float> from)
    {
        ReadOnlySpan<Vector512<float>> blocks = MemoryMarshal.Cast<float, Vector512<float>>(_blocks);
        Vector512<float> sums = Vector512<float>.Zero;
        while (!blocks.IsEmpty)
        {
            ReadOnlySpan<Vector512<float>> block = blocks[..from.Length];
            Vector512<float> squares = Vector512<float>.Zero;
            for (int column = 0; column < block.Length; column++)
            {
                Vector512<float> difference = block[column] - Vector512.Create(from[column]);
                squares += difference * difference;
            }

            sums += Vector512.Sqrt(squares);
            blocks = blocks[from.Length..];
        }

        double sum = SumOfLanes(sums);

        for (int row = RowCount / Vector512<float>.Count * Vector512<float>.Count; row < RowCount; row++)
        {
            float squares = 0;
            for (int column = 0; column < from.Length; column++)
            {
                float difference = _points[column][row] - from[column];
                squares += difference * difference;
            }

            sum += float.Sqrt(squares);
        }

        return sum;
    }
}
