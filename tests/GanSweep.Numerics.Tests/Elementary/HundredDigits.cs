using System.Numerics;
using System.Runtime.InteropServices;

namespace GanSweep.Numerics.Tests.Elementary;

/// <summary>A number of more than a hundred digits: <see cref="Mantissa"/> · 2^<see cref="Exponent"/>, and the functions that are held against it.</summary>
/// <param name="Mantissa">A whole number of any length.</param>
/// <param name="Exponent">The exponent.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HundredDigits(BigInteger Mantissa, int Exponent)
{
    // 100 digits are 333 bits; what is left is for sums to lose, and for results near 0.
    private const int Bits = 480;

    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger Log2 = 2 * Artanh(One / 3);

    // Machin's formula: π = 16 arctan 1/5 − 4 arctan 1/239.
    private static readonly BigInteger Pi = (16 * ArctanOfInverse(5)) - (4 * ArctanOfInverse(239));

    /// <summary>A number as it is.</summary>
    public static HundredDigits Of(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = (bits & 0xF_FFFF_FFFF_FFFF) | (exponent > 0 ? 1L << 52 : 0);
        return new HundredDigits(bits < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }

    /// <summary>log x to the base e.</summary>
    public static HundredDigits LogarithmOf(double x)
    {
        return new HundredDigits(Logarithm(x), -Bits);
    }

    /// <summary>log x to the base 2.</summary>
    public static HundredDigits LogarithmBase2Of(double x)
    {
        return new HundredDigits((Logarithm(x) << Bits) / Log2, -Bits);
    }

    /// <summary>e^x.</summary>
    public static HundredDigits ExponentialOf(double x)
    {
        int k = (int)Math.Round(x * 1.4426950408889634);

        // The series of a 256th part, squared eight times.
        BigInteger part = (Of(x).AtScale(Bits) - (k * Log2)) >> 8;
        BigInteger sum = One;
        BigInteger term = One;
        for (int n = 1; !term.IsZero; n++)
        {
            term = Times(term, part) / n;
            sum += term;
        }

        for (int i = 0; i < 8; i++)
        {
            sum = Times(sum, sum);
        }

        return new HundredDigits(sum, k - Bits);
    }

    /// <summary>sin 2πt.</summary>
    public static HundredDigits SineOfTurns(double t)
    {
        return new HundredDigits(Alternating(Angle(t), 1), -Bits);
    }

    /// <summary>cos 2πt.</summary>
    public static HundredDigits CosineOfTurns(double t)
    {
        return new HundredDigits(Alternating(Angle(t), 0), -Bits);
    }

    /// <summary>x^n, exactly.</summary>
    public static HundredDigits PowerOf(double x, int n)
    {
        HundredDigits number = Of(x);
        return new HundredDigits(BigInteger.Pow(number.Mantissa, n), number.Exponent * n);
    }

    /// <summary>How far a number is from this one, in units of the last place of the number.</summary>
    public double UlpsTo(double actual)
    {
        double unit = Math.BitIncrement(Math.Abs(actual)) - Math.Abs(actual);
        return DistanceTo(actual, Of(unit).Exponent + (int)Of(unit).Mantissa.GetBitLength() - 1);
    }

    /// <summary>How far a number is from this one, in units of the last place of the number.</summary>
    public double UlpsTo(float actual)
    {
        float unit = MathF.BitIncrement(Math.Abs(actual)) - Math.Abs(actual);
        return DistanceTo(actual, Of(unit).Exponent + (int)Of(unit).Mantissa.GetBitLength() - 1);
    }

    private double DistanceTo(double actual, int exponentOfUnit)
    {
        int scale = 64 - exponentOfUnit;
        return Math.ScaleB((double)BigInteger.Abs(Of(actual).AtScale(scale) - AtScale(scale)), -64);
    }

    // The number times 2^bits, cut.
    private BigInteger AtScale(int bits)
    {
        int shift = Exponent + bits;
        return shift >= 0 ? Mantissa << shift : Mantissa >> -shift;
    }

    private static BigInteger Logarithm(double x)
    {
        HundredDigits number = Of(x);
        int length = (int)number.Mantissa.GetBitLength();
        BigInteger between1And2 = number.Mantissa << (Bits + 1 - length);
        return ((number.Exponent + length - 1) * Log2) + (2 * Artanh(((between1And2 - One) << Bits) / (between1And2 + One)));
    }

    private static BigInteger Artanh(BigInteger x)
    {
        BigInteger square = Times(x, x);
        BigInteger sum = BigInteger.Zero;
        for (int n = 1; !x.IsZero; n += 2)
        {
            sum += x / n;
            x = Times(x, square);
        }

        return sum;
    }

    private static BigInteger ArctanOfInverse(int x)
    {
        BigInteger sum = BigInteger.Zero;
        BigInteger power = One / x;
        for (int n = 1; !power.IsZero; n += 2)
        {
            sum += n % 4 == 1 ? power / n : -(power / n);
            power /= x * x;
        }

        return sum;
    }

    private static BigInteger Angle(double turns)
    {
        return Times(2 * Pi, Of(turns).AtScale(Bits));
    }

    // The series of the cosine from term 0 on, of the sine from term 1 on.
    private static BigInteger Alternating(BigInteger angle, int first)
    {
        BigInteger square = Times(angle, angle);
        BigInteger term = first == 0 ? One : angle;
        BigInteger sum = BigInteger.Zero;
        for (int n = first; !term.IsZero; n += 2)
        {
            sum += term;
            term = -Times(term, square) / ((n + 1) * (n + 2));
        }

        return sum;
    }

    private static BigInteger Times(BigInteger left, BigInteger right)
    {
        return (left * right) >> Bits;
    }
}
