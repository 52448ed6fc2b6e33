using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Evaluation.Joint;

/// <summary>
/// The energy distance of Székely and Rizzo ("Energy statistics", 2013) between the real rows and others: √(2 E|X − Y| − E|X − X′| −
/// E|Y − Y′|), the means over all pairs of rows (V-statistics), so 0 only for equal sets of points. Of the joint two-sample statistics it
/// has no parameter to choose, no training and no randomness of its own, and is a distance: it tells any difference between the joint
/// distributions, those included that columns and correlations miss.
/// </summary>
internal sealed class EnergyDistance
{
    private readonly float[][] _real;
    private readonly double _realSpread;

    /// <param name="real">The real rows as points, <c>[columns][rows]</c>.</param>
    public EnergyDistance(float[][] real)
    {
        _real = real;
        _realSpread = MeanDistance(real, real);
    }

    /// <summary>The distance to other points; 0 if there are no columns.</summary>
    /// <param name="points"><c>[columns][rows]</c>.</param>
    public double To(float[][] points)
    {
        double squared = (2 * MeanDistance(_real, points)) - _realSpread - MeanDistance(points, points);
        return Math.Sqrt(Math.Max(0, squared));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double MeanDistance(float[][] x, float[][] y)
    {
        if (x.Length == 0)
        {
            return 0;
        }

        float[] from = new float[x.Length];
        double sum = 0;
        for (int row = 0; row < x[0].Length; row++)
        {
            for (int column = 0; column < from.Length; column++)
            {
                from[column] = x[column][row];
            }

            sum += SumOfDistances(from, y);
        }

        return sum / ((double)x[0].Length * y[0].Length);
    }

    // Sixteen rows at a time, in the same lanes on every processor; the sum over a row's pairs is short enough for single precision.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double SumOfDistances(float[] from, float[][] to)
    {
        int rows = to[0].Length;
        int vectors = rows / Vector512<float>.Count;
        Vector512<float> sums = Vector512<float>.Zero;
        for (int vector = 0; vector < vectors; vector++)
        {
            Vector512<float> squares = Vector512<float>.Zero;
            for (int column = 0; column < from.Length; column++)
            {
                Vector512<float> difference = MemoryMarshal.Cast<float, Vector512<float>>(to[column])[vector] - Vector512.Create(from[column]);
                squares += difference * difference;
            }

            sums += Vector512.Sqrt(squares);
        }

        double sum = 0;
        for (int lane = 0; lane < Vector512<float>.Count; lane++)
        {
            sum += sums[lane];
        }

        for (int row = vectors * Vector512<float>.Count; row < rows; row++)
        {
            float squares = 0;
            for (int column = 0; column < from.Length; column++)
            {
                float difference = to[column][row] - from[column];
                squares += difference * difference;
            }

            sum += float.Sqrt(squares);
        }

        return sum;
    }
}
