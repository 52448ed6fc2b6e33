using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Numerics.Elementary;

/// <summary>
/// Logarithms with the same bits on every processor: additions, multiplications, divisions and bit operations in a fixed order, none of
/// them fused, where <c>Math.Log</c> takes what the processor or its C library has. An argument is 2^k (1 + f) with √½ ≤ 1 + f &lt; √2,
/// and with s = f / (2 + f), log (1 + f) = 2 artanh s = f − (f²/2 − s (f²/2 + R(s²))), the way of FDLIBM (K. C. Ng, 1993); R is a minimax
/// polynomial, computed by Remez's algorithm.
/// </summary>
public static class Logarithm
{
    // log 2 and 1 / log 2, each in two parts; multiples of the first by an exponent, and products of it by 21 bits, are exact.
    private const double Log2High = 0.69314718060195446;
    private const double Log2Low = -4.2009150726810846e-11;
    private const double PerLog2High = 1.4426946640014648;
    private const double PerLog2Low = 3.7688749856360991e-07;

    private const long BitsOfRootOfHalf = 0x3FE6A09E_667F3BCD;
    private const int BitsOfRootOfHalfSingle = 0x3F3504F3;
    private const double TwoTo54 = 1L << 54;

    /// <summary>log x to the base e, within 1 ulp; −∞ of 0, NaN of negative numbers.</summary>
    public static double Of(double x)
    {
        if (!IsPositiveAndFinite(x))
        {
            return OfTheRest(x);
        }

        Parts parts = Parts.Of(x);
        return (parts.Exponent * Log2High) - (parts.HalfSquare - (parts.Rest + (parts.Exponent * Log2Low)) - parts.Fraction);
    }

    /// <summary>log x to the base 2, within 1 ulp, and exact for powers of 2; −∞ of 0, NaN of negative numbers.</summary>
    public static double Base2(double x)
    {
        if (!IsPositiveAndFinite(x))
        {
            return OfTheRest(x);
        }

        // log (1 + f) as a number of 21 bits and what is missing, so that its product with 1 / log 2 loses nothing.
        Parts parts = Parts.Of(x);
        double high = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(parts.Fraction - parts.HalfSquare) & ~0xFFFFFFFFL);
        double low = parts.Fraction - high - parts.HalfSquare + parts.Rest;
        double product = high * PerLog2High;
        double missing = ((low + high) * PerLog2Low) + (low * PerLog2High);
        double sum = parts.Exponent + product;
        return sum + (missing + (parts.Exponent - sum + product));
    }

    /// <summary>log x to the base e, lane by lane, within 1 ulp, for x from 2^−126 to below ∞: subnormal numbers, 0 and what is not a positive number are not asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Of(Vector512<float> x)
    {
        Vector512<int> bits = x.AsInt32();
        Vector512<int> k = (bits - Vector512.Create(BitsOfRootOfHalfSingle)) >> 23;
        Vector512<float> exponent = Vector512.ConvertToSingle(k);
        Vector512<float> f = (bits - (k << 23)).AsSingle() - Vector512<float>.One;
        Vector512<float> s = f / (f + Vector512.Create(2f));
        Vector512<float> z = s * s;
        Vector512<float> r = z * ((z * ((z * 0.29870796f) + Vector512.Create(0.39977583f))) + Vector512.Create(0.66666776f));
        Vector512<float> halfSquare = f * f * 0.5f;
        return (exponent * 0.69314575f) - (halfSquare - ((s * (halfSquare + r)) + (exponent * 1.4286068e-06f)) - f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPositiveAndFinite(double x)
    {
        return x > 0 && x < double.PositiveInfinity;
    }

    private static double OfTheRest(double x)
    {
        return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
    }

    /// <summary>A positive number as 2^<see cref="Exponent"/> (1 + <see cref="Fraction"/>); log (1 + f) = f − (f²/2 − <see cref="Rest"/>).</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Parts(double Exponent, double Fraction, double HalfSquare, double Rest)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Parts Of(double x)
        {
            long bits = BitConverter.DoubleToInt64Bits(x);
            long scaled = 0;
            if (!double.IsNormal(x))
            {
                bits = BitConverter.DoubleToInt64Bits(x * TwoTo54);
                scaled = 54;
            }

            long k = (bits - BitsOfRootOfHalf) >> 52;
            double f = BitConverter.Int64BitsToDouble(bits - (k << 52)) - 1;
            double s = f / (2 + f);
            double z = s * s;
            double r = 0.14795632891397589;
            r = (r * z) + 0.15314084872767739;
            r = (r * z) + 0.18183562850543364;
            r = (r * z) + 0.22222198605061827;
            r = (r * z) + 0.28571428742028154;
            r = (r * z) + 0.39999999999416641;
            r = (r * z) + 0.6666666666666734;
            r *= z;
            double halfSquare = f * f * 0.5;
            return new Parts(k - scaled, f, halfSquare, s * (halfSquare + r));
        }
    }
}
