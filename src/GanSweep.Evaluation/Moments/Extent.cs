using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Evaluation.Moments;

/// <summary>The smallest and the largest value of a column, and whether all are finite.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Extent(double Smallest, double Largest, bool AllFinite)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Extent Of(ReadOnlySpan<double> values)
    {
        Vector256<double> smallest = Vector256.Create(double.PositiveInfinity);
        Vector256<double> largest = Vector256.Create(double.NegativeInfinity);
        ReadOnlySpan<Vector256<double>> vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        foreach (Vector256<double> vector in vectors)
        {
            smallest = Vector256.Min(smallest, vector);
            largest = Vector256.Max(largest, vector);
        }

        double min = double.PositiveInfinity;
        double max = double.NegativeInfinity;
        for (int lane = 0; lane < Vector256<double>.Count; lane++)
        {
            min = Math.Min(min, smallest[lane]);
            max = Math.Max(max, largest[lane]);
        }

        foreach (double value in values[(vectors.Length * Vector256<double>.Count)..])
        {
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        // An infinity is the smallest or the largest, and a NaN is both.
        return new Extent(min, max, double.IsFinite(min) && double.IsFinite(max));
    }
}
