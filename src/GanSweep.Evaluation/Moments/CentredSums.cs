using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Evaluation.Moments;

/// <summary>
/// Sums over columns in a fixed order: two accumulators of four lanes, multiplied and added without contraction, whatever the processor's
/// vectors are. So the same columns have the same sums, to the bit, everywhere.
/// </summary>
internal static class CentredSums
{
    private const int Stride = 2;

    /// <summary>Σ (x − shift) × scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum(ReadOnlySpan<double> values, double shift, double scale)
    {
        ReadOnlySpan<Vector256<double>> vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        Vector256<double> shifts = Vector256.Create(shift * scale);
        Vector256<double> even = Vector256<double>.Zero;
        Vector256<double> odd = Vector256<double>.Zero;
        int i = 0;
        for (; i <= vectors.Length - Stride; i += Stride)
        {
            even += (vectors[i] * scale) - shifts;
            odd += (vectors[i + 1] * scale) - shifts;
        }

        double sum = SumOfLanes(even + odd);
        foreach (double value in values[(i * Vector256<double>.Count)..])
        {
            sum += (value * scale) - (shift * scale);
        }

        return sum;
    }

    /// <summary>Σ (x − meanX) × scaleX × (y − meanY) × scaleY.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Products(
        ReadOnlySpan<double> x, double meanX, double scaleX, ReadOnlySpan<double> y, double meanY, double scaleY)
    {
        ReadOnlySpan<Vector256<double>> xs = MemoryMarshal.Cast<double, Vector256<double>>(x);
        ReadOnlySpan<Vector256<double>> ys = MemoryMarshal.Cast<double, Vector256<double>>(y);
        Vector256<double> meansX = Vector256.Create(meanX * scaleX);
        Vector256<double> meansY = Vector256.Create(meanY * scaleY);
        Vector256<double> even = Vector256<double>.Zero;
        Vector256<double> odd = Vector256<double>.Zero;
        int i = 0;
        for (; i <= xs.Length - Stride; i += Stride)
        {
            even += ((xs[i] * scaleX) - meansX) * ((ys[i] * scaleY) - meansY);
            odd += ((xs[i + 1] * scaleX) - meansX) * ((ys[i + 1] * scaleY) - meansY);
        }

        double sum = SumOfLanes(even + odd);
        for (int row = i * Vector256<double>.Count; row < x.Length; row++)
        {
            sum += ((x[row] * scaleX) - (meanX * scaleX)) * ((y[row] * scaleY) - (meanY * scaleY));
        }

        return sum;
    }

    // Vector256.Sum says nothing of its order.
    private static double SumOfLanes(Vector256<double> lanes)
    {
        return lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
    }
}
