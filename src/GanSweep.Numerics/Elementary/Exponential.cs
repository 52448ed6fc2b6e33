using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Numerics.Elementary;

/// <summary>
/// The exponential function with the same bits on every processor: additions, multiplications, a division and bit operations in a fixed
/// order, none of them fused, where <c>Math.Exp</c> takes what the C library has. x = k log 2 + r with |r| ≤ ½ log 2, and
/// e^r = 1 + r + r c / (2 − c) with c = r − P(r²) r², the way of FDLIBM (K. C. Ng, 1993); P is a minimax polynomial, computed by Remez's algorithm.
/// </summary>
public static class Exponential
{
    // The largest argument with a finite result, and the smallest whose result is not 0.
    private const double Largest = 709.782712893384;
    private const double Smallest = -745.1332191019411;

    // log 2 in two parts; the first times k is exact.
    private const double Log2High = 0.69314718060195446;
    private const double Log2Low = -4.2009150726810846e-11;
    private const double PerLog2 = 1.4426950408889634;

    // Added and taken away again it rounds a number to a whole one; between the two, the low bits are that number.
    private const double Rounder = 1.5 * (1L << 52);
    private const float RounderSingle = 1.5f * (1 << 23);

    private const float SmallestSingle = -87;

    /// <summary>e^x, within 1 ulp; ∞ above 709.78, 0 below −745.13.</summary>
    public static double Of(double x)
    {
        if (!(x >= Smallest && x <= Largest))
        {
            return x > 0 ? double.PositiveInfinity : x < 0 ? 0 : double.NaN;
        }

        double rounded = (x * PerLog2) + Rounder;
        int k = (int)BitConverter.DoubleToInt64Bits(rounded);
        rounded -= Rounder;
        double high = x - (rounded * Log2High);
        double low = rounded * Log2Low;
        double r = high - low;
        double z = r * r;
        double p = 4.1360404802258519e-08;
        p = (p * z) - 1.6533837003479995e-06;
        p = (p * z) + 6.6137562500195152e-05;
        p = (p * z) - 0.002777777777669617;
        p = (p * z) + 0.16666666666666555;
        double c = r - (p * z);
        double y = 1 - (low - (r * c / (2 - c)) - high);

        // In two steps: 2^k itself may be too large or too small to be a normal number. The first step is always exact.
        return y * PowerOfTwo(k / 2) * PowerOfTwo(k - (k / 2));
    }

    /// <summary>e^x of each number in its place, in single precision, within 2 ulp, for x from −87 to 0; what is smaller gives what −87 does, 1.6e-38.</summary>
    /// <remarks>e^r by the polynomial of Cephes (S. Moshier, 1992).</remarks>
    /// <param name="numbers">x; receives e^x.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OfNegatives(Span<float> numbers)
    {
        Span<Vector512<float>> vectors = MemoryMarshal.Cast<float, Vector512<float>>(numbers);
        foreach (ref Vector512<float> vector in vectors)
        {
            vector = OfNegatives(vector);
        }

        Span<float> rest = numbers[(vectors.Length * Vector512<float>.Count)..];
        Span<float> whole = stackalloc float[Vector512<float>.Count];
        rest.CopyTo(whole);
        OfNegatives(Vector512.Create<float>(whole)).CopyTo(whole);
        whole[..rest.Length].CopyTo(rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> OfNegatives(Vector512<float> numbers)
    {
        Vector512<float> x = Vector512.Max(numbers, Vector512.Create(SmallestSingle));
        Vector512<float> rounded = (x * (float)PerLog2) + Vector512.Create(RounderSingle);
        Vector512<int> exponents = rounded.AsInt32() << 23;
        rounded -= Vector512.Create(RounderSingle);
        Vector512<float> r = x - (rounded * 0.693359375f) - (rounded * -2.12194440e-4f);
        Vector512<float> p = r * 1.9875691500e-4f;
        p = (p + Vector512.Create(1.3981999507e-3f)) * r;
        p = (p + Vector512.Create(8.3334519073e-3f)) * r;
        p = (p + Vector512.Create(4.1665795894e-2f)) * r;
        p = (p + Vector512.Create(1.6666665459e-1f)) * r;
        p += Vector512.Create(5.0000001201e-1f);
        Vector512<float> y = (p * (r * r)) + r + Vector512<float>.One;

        // y is from 0.7 to 1.5, and 2^k no smaller than 2^-126: adding k to the exponent is to multiply by it.
        return (y.AsInt32() + exponents).AsSingle();
    }

    private static double PowerOfTwo(int exponent)
    {
        return BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
    }
}
