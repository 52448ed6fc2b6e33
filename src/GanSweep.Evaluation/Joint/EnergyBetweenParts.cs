using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Evaluation.Joint;

/// <summary>
/// The <see cref="EnergyDistance"/> between two parts of the same points, however often they are divided: the distances are computed once. With
/// w_i = 1 / rows of the one part, or −1 / rows of the other, its square is −Σ w_i w_j |x_i − x_j|.
/// </summary>
internal sealed class EnergyBetweenParts
{
    // Rows are padded to whole vectors: points that are in neither part.
    private readonly float[][] _distances;

    /// <param name="points"><c>[columns][rows]</c>, at least one column.</param>
    public EnergyBetweenParts(float[][] points)
    {
        int rows = points[0].Length;
        int padded = (rows + Vector512<float>.Count - 1) / Vector512<float>.Count * Vector512<float>.Count;
        _distances = [.. Enumerable.Range(0, rows).Select(_ => new float[padded])];
        for (int row = 0; row < rows; row++)
        {
            FillDistances(points, row, _distances[row].AsSpan(0, rows));
        }
    }

    /// <summary>The distance between the rows that are in the one part and the others; neither is empty.</summary>
    /// <param name="inOne">By row. May be called from several threads at a time.</param>
    public double Of(ReadOnlySpan<bool> inOne)
    {
        int count = inOne.Count(true);
        float[] weights = new float[_distances[0].Length];
        for (int row = 0; row < inOne.Length; row++)
        {
            weights[row] = inOne[row] ? 1f / count : -1f / (inOne.Length - count);
        }

        double squared = 0;
        for (int row = 0; row < inOne.Length; row++)
        {
            squared -= weights[row] * Products(_distances[row], weights);
        }

        return Math.Sqrt(Math.Max(0, squared));
    }

    // The same lanes on every processor.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Products(ReadOnlySpan<float> distances, ReadOnlySpan<float> weights)
    {
        ReadOnlySpan<Vector512<float>> x = MemoryMarshal.Cast<float, Vector512<float>>(distances);
        ReadOnlySpan<Vector512<float>> y = MemoryMarshal.Cast<float, Vector512<float>>(weights);
        Vector512<float> sums = Vector512<float>.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            sums += x[i] * y[i];
        }

        return PointBlocks.SumOfLanes(sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillDistances(float[][] points, int from, Span<float> distances)
    {
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(distances);
        int rest = vectors.Length * Vector<float>.Count;
        foreach (float[] values in points)
        {
            ReadOnlySpan<Vector<float>> others = MemoryMarshal.Cast<float, Vector<float>>(values);
            for (int i = 0; i < vectors.Length; i++)
            {
                Vector<float> difference = others[i] - new Vector<float>(values[from]);
                vectors[i] += difference * difference;
            }

            for (int i = rest; i < distances.Length; i++)
            {
                float difference = values[i] - values[from];
                distances[i] += difference * difference;
            }
        }

        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] = Vector.SquareRoot(vectors[i]);
        }

        for (int i = rest; i < distances.Length; i++)
        {
            distances[i] = float.Sqrt(distances[i]);
        }
    }
}
