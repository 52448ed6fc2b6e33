using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Evaluation.Moments;

/// <summary>The smallest and the largest value of a column, and whether all are finite.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Extent(double Smallest, double Largest, bool AllFinite)
{
    public static Extent Of(ReadOnlySpan<double> values)
    {
        Vector256<double> smallest = Vector256.Create(double.PositiveInfinity);
        Vector256<double> largest = Vector256.Create(double.NegativeInfinity);

        // x − x is 0 for a finite x and NaN for any other, and a NaN never leaves a sum.
        Vector256<double> poison = Vector256<double>.Zero;
        ReadOnlySpan<Vector256<double>> vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        foreach (Vector256<double> vector in vectors)
        {
            smallest = Vector256.MinNative(smallest, vector);
            largest = Vector256.MaxNative(largest, vector);
            poison += vector - vector;
        }

        double min = double.PositiveInfinity;
        double max = double.NegativeInfinity;
        double rest = Vector256.Sum(poison);
        for (int lane = 0; lane < Vector256<double>.Count; lane++)
        {
            min = Math.Min(min, smallest[lane]);
            max = Math.Max(max, largest[lane]);
        }

        foreach (double value in values[(vectors.Length * Vector256<double>.Count)..])
        {
            min = Math.Min(min, value);
            max = Math.Max(max, value);
            rest += value - value;
        }

        return new Extent(min, max, !double.IsNaN(rest));
    }
}
