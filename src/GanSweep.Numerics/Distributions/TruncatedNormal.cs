using GanSweep.Numerics.Elementary;

namespace GanSweep.Numerics.Distributions;

/// <summary>
/// The standard normal distribution between two bounds, as far out as they may be: where both lie on one side of 0 the two tails are taken by their logarithms, so nothing cancels and nothing underflows.
/// </summary>
public static class TruncatedNormal
{
    private const double RootOfHalf = 0.70710678118654752440;
    private const double LogOfRootOfTwoPi = 0.91893853320467274178;
    private const double LogOfTwo = 0.69314718055994530942;

    // Beyond it on both sides nothing is missing from 1.
    private const double AllButNothing = 9;

    // An interval is narrow whose length, times its distance from 0 if that is more than 1, is no more: its mass is a series around its middle.
    private const double Narrow = 0.2;

    /// <summary>log (Φ(b) − Φ(a)), within 1e-13 (relatively, where it is larger than 1); −∞ if the interval is empty.</summary>
    /// <param name="a">Where the interval begins, finite or −∞.</param>
    /// <param name="b">Where it ends, finite or ∞.</param>
    public static double LogMass(double a, double b)
    {
        if (!(a < b))
        {
            return double.NegativeInfinity;
        }

        if (a < -AllButNothing && b > AllButNothing)
        {
            return 0;
        }

        double length = b - a;
        double middle = a + (length / 2);
        if (length * Math.Max(1, Math.Abs(middle)) <= Narrow)
        {
            return LogMassOfNarrow(length, middle);
        }

        // The part of the interval that lies nearer to 0 has most of it: the farther end is taken away.
        return a >= 0 ? LogMassOfTail(a, b) : b <= 0 ? LogMassOfTail(-b, -a) : Logarithm.Of(0.5 * (ErrorFunction.Of(b * RootOfHalf) + ErrorFunction.Of(-a * RootOfHalf)));
    }

    /// <summary>The number between a and b below which a share <paramref name="share"/> of the mass between them lies, within 1e-12.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <param name="a">Where the interval begins, finite or −∞.</param>
    /// <param name="b">Where it ends, above a, finite or ∞.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1, or the interval is empty.</exception>
    public static double Quantile(double share, double a, double b)
    {
        if (!(share >= 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is from 0 to 1.");
        }

        if (!(a < b))
        {
            throw new ArgumentOutOfRangeException(nameof(b), b, $"An interval from {a} ends above it.");
        }

        if (share is 0 or 1)
        {
            return share == 0 ? a : b;
        }

        // Of what lies below the number and what lies above it the smaller is taken: that one's logarithm tells most.
        double mass = LogMass(a, b);
        double below = LogOfSum(LogMass(double.NegativeInfinity, a), Logarithm.Of(share) + mass);
        double above = LogOfSum(LogMass(b, double.PositiveInfinity), Logarithm.Of(1 - share) + mass);
        return Math.Clamp(below < above ? StandardNormal.QuantileOfLog(below) : -StandardNormal.QuantileOfLog(above), a, b);
    }

    // ∫ φ over (c − h, c + h) = 2 h φ(c) Σ h^2k He_2k(c) / (2k + 1)!, with Hermite's polynomials.
    private static double LogMassOfNarrow(double length, double middle)
    {
        double square = middle * middle;
        double h = length * length / 4;
        double he4 = (square * (square - 6)) + 3;
        double he6 = (square * ((square * (square - 15)) + 45)) - 15;
        double he8 = (square * ((square * ((square * (square - 28)) + 210)) - 420)) + 105;
        double t = h * (((square - 1) / 6) + (h * ((he4 / 120) + (h * ((he6 / 5040) + (h * he8 / 362880))))));
        double log1 = t * (1 - (t * (0.5 - (t * ((1.0 / 3) - (t * (0.25 - (t * 0.2))))))));
        return Logarithm.Of(length) - (square / 2) - LogOfRootOfTwoPi + log1;
    }

    // With the scaled complement of the error function, c: 1 − Φ(x) = ½ e^(−x²/2) c(x / √2).
    private static double LogMassOfTail(double near, double far)
    {
        double beyond = (far - near) * (far + near) / 2;
        double farther = beyond < 745 ? Exponential.Of(-beyond) * ErrorFunction.ScaledComplement(far * RootOfHalf) : 0;
        return Logarithm.Of(ErrorFunction.ScaledComplement(near * RootOfHalf) - farther) - (near * near / 2) - LogOfTwo;
    }

    private static double LogOfSum(double first, double second)
    {
        double larger = Math.Max(first, second);
        return double.IsNegativeInfinity(larger) ? larger : larger + Logarithm.Of(1 + Exponential.Of(Math.Min(first, second) - larger));
    }
}
