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

    /// <summary>Σ ((x − mean) × scale)².</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Squares(ReadOnlySpan<double> values, double mean, double scale)
    {
        ReadOnlySpan<Vector256<double>> vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        Vector256<double> means = Vector256.Create(mean * scale);
        Vector256<double> even = Vector256<double>.Zero;
        Vector256<double> odd = Vector256<double>.Zero;
        int i = 0;
        for (; i <= vectors.Length - Stride; i += Stride)
        {
            Vector256<double> first = (vectors[i] * scale) - means;
            Vector256<double> second = (vectors[i + 1] * scale) - means;
            even += first * first;
            odd += second * second;
        }

        double sum = SumOfLanes(even + odd);
        foreach (double value in values[(i * Vector256<double>.Count)..])
        {
            double centred = (value * scale) - (mean * scale);
            sum += centred * centred;
        }

        return sum;
    }

    /// <summary>Writes (x − mean) × scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Centre(ReadOnlySpan<double> values, double mean, double scale, Span<double> centred)
    {
        ReadOnlySpan<Vector256<double>> from = MemoryMarshal.Cast<double, Vector256<double>>(values);
        Span<Vector256<double>> to = MemoryMarshal.Cast<double, Vector256<double>>(centred);
        Vector256<double> means = Vector256.Create(mean * scale);
        for (int i = 0; i < from.Length; i++)
        {
            to[i] = (from[i] * scale) - means;
        }

        for (int row = from.Length * Vector256<double>.Count; row < values.Length; row++)
        {
            centred[row] = (values[row] * scale) - (mean * scale);
        }
    }

    /// <summary>Σ x × y of centred columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Products(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ReadOnlySpan<Vector256<double>> xs = MemoryMarshal.Cast<double, Vector256<double>>(x);
        ReadOnlySpan<Vector256<double>> ys = MemoryMarshal.Cast<double, Vector256<double>>(y)[..xs.Length];
        Vector256<double> even = Vector256<double>.Zero;
        Vector256<double> odd = Vector256<double>.Zero;
        int i = 0;
        for (; i <= xs.Length - Stride; i += Stride)
        {
            even += xs[i] * ys[i];
            odd += xs[i + 1] * ys[i + 1];
        }

        return Rest(SumOfLanes(even + odd), x, y, i * Vector256<double>.Count);
    }

    /// <summary>Σ x × y of a centred column and four others at once, each to the same bits as by itself: what is read of x serves all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (double A, double B, double C, double D) Products(
        ReadOnlySpan<double> x, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, ReadOnlySpan<double> d)
    {
        ReadOnlySpan<Vector256<double>> xs = MemoryMarshal.Cast<double, Vector256<double>>(x);
        ReadOnlySpan<Vector256<double>> va = MemoryMarshal.Cast<double, Vector256<double>>(a)[..xs.Length];
        ReadOnlySpan<Vector256<double>> vb = MemoryMarshal.Cast<double, Vector256<double>>(b)[..xs.Length];
        ReadOnlySpan<Vector256<double>> vc = MemoryMarshal.Cast<double, Vector256<double>>(c)[..xs.Length];
        ReadOnlySpan<Vector256<double>> vd = MemoryMarshal.Cast<double, Vector256<double>>(d)[..xs.Length];
        Vector256<double> evenA = Vector256<double>.Zero;
        Vector256<double> evenB = Vector256<double>.Zero;
        Vector256<double> evenC = Vector256<double>.Zero;
        Vector256<double> evenD = Vector256<double>.Zero;
        Vector256<double> oddA = Vector256<double>.Zero;
        Vector256<double> oddB = Vector256<double>.Zero;
        Vector256<double> oddC = Vector256<double>.Zero;
        Vector256<double> oddD = Vector256<double>.Zero;
        int i = 0;
        for (; i <= xs.Length - Stride; i += Stride)
        {
            Vector256<double> even = xs[i];
            Vector256<double> odd = xs[i + 1];
            evenA += even * va[i];
            evenB += even * vb[i];
            evenC += even * vc[i];
            evenD += even * vd[i];
            oddA += odd * va[i + 1];
            oddB += odd * vb[i + 1];
            oddC += odd * vc[i + 1];
            oddD += odd * vd[i + 1];
        }

        int rest = i * Vector256<double>.Count;
        return (
            Rest(SumOfLanes(evenA + oddA), x, a, rest),
            Rest(SumOfLanes(evenB + oddB), x, b, rest),
            Rest(SumOfLanes(evenC + oddC), x, c, rest),
            Rest(SumOfLanes(evenD + oddD), x, d, rest));
    }

    private static double Rest(double sum, ReadOnlySpan<double> x, ReadOnlySpan<double> y, int start)
    {
        for (int row = start; row < x.Length; row++)
        {
            sum += x[row] * y[row];
        }

        return sum;
    }

    // Vector256.Sum says nothing of its order.
    private static double SumOfLanes(Vector256<double> lanes)
    {
        return lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
    }
}
