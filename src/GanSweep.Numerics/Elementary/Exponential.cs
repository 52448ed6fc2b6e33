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

    private static double PowerOfTwo(int exponent)
    {
        return BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
    }
}
