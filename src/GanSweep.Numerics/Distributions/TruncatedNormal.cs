using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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

    // What lies beyond z is less than e^(−z²/2), here e^-98.
    private const double Far = 14;

    // An interval is narrow whose length, times its distance from 0 if that is more than 1, is no more: its mass is a series around its middle.
    private const double Narrow = 0.5;

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

    /// <summary>
    /// log (Φ((b − μ) / σ) − Φ((a − μ) / σ)) for each μ and σ, as <see cref="LogMass"/> has it; several at once where the interval is narrow, as it is to most of many.
    /// Of an interval that is z, more than 14, away it is the bound −z²/2.
    /// </summary>
    /// <param name="a">Where the interval begins.</param>
    /// <param name="b">Where it ends, above a.</param>
    /// <param name="means">μ, <c>[count]</c>.</param>
    /// <param name="rates">1/σ, <c>[count]</c>.</param>
    /// <param name="logRates">log 1/σ, <c>[count]</c>.</param>
    /// <param name="logMasses">Receives them, <c>[count]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LogMasses(double a, double b, ReadOnlySpan<double> means, ReadOnlySpan<double> rates, ReadOnlySpan<double> logRates, Span<double> logMasses)
    {
        double length = b - a;
        Vector512<double> middle = Vector512.Create(a + (length / 2));
        Vector512<double> logLength = Vector512.Create(Logarithm.Of(length));
        int whole = logMasses.Length - (logMasses.Length % Vector512<double>.Count);
        for (int first = 0; first < whole; first += Vector512<double>.Count)
        {
            Vector512<double> rate = Vector512.Create(rates[first..]);
            Vector512<double> own = (middle - Vector512.Create(means[first..])) * rate;
            (logLength + Vector512.Create(logRates[first..]) + LogOfMeanDensity(rate * length, own)).CopyTo(logMasses[first..]);

            // Those to which it is not narrow, one by one.
            ulong isNarrow = Vector512.LessThanOrEqual(rate * length * Vector512.Max(Vector512.Abs(own), Vector512<double>.One), Vector512.Create(Narrow)).ExtractMostSignificantBits();
            for (ulong others = ~isNarrow & ((1UL << Vector512<double>.Count) - 1); others != 0; others &= others - 1)
            {
                int at = first + BitOperations.TrailingZeroCount(others);
                logMasses[at] = LogMassOrBound((a - means[at]) * rates[at], (b - means[at]) * rates[at]);
            }
        }

        for (int i = whole; i < logMasses.Length; i++)
        {
            logMasses[i] = LogMassOrBound((a - means[i]) * rates[i], (b - means[i]) * rates[i]);
        }
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

    private static double LogMassOfNarrow(double length, double middle)
    {
        return Logarithm.Of(length) + LogOfMeanDensity(Vector512.CreateScalar(length), Vector512.CreateScalar(middle)).ToScalar();
    }

    // ∫ φ over (c − h, c + h) = 2 h φ(c) Σ h^2k He_2k(c) / (2k + 1)!, with Hermite's polynomials; without 2 h.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogOfMeanDensity(Vector512<double> length, Vector512<double> middle)
    {
        Vector512<double> square = middle * middle;
        Vector512<double> h = length * length * 0.25;
        Vector512<double> he4 = (square * (square - Vector512.Create(6.0))) + Vector512.Create(3.0);
        Vector512<double> he6 = (square * ((square * (square - Vector512.Create(15.0))) + Vector512.Create(45.0))) - Vector512.Create(15.0);
        Vector512<double> he8 = (square * ((square * ((square * (square - Vector512.Create(28.0))) + Vector512.Create(210.0))) - Vector512.Create(420.0))) + Vector512.Create(105.0);
        Vector512<double> he10 = (square * ((square * ((square * ((square * (square - Vector512.Create(45.0))) + Vector512.Create(630.0))) - Vector512.Create(3150.0))) + Vector512.Create(4725.0)))
            - Vector512.Create(945.0);
        Vector512<double> t = (he8 * (1.0 / 362880)) + (h * he10 * (1.0 / 39916800));
        t = h * (((square - Vector512<double>.One) * (1.0 / 6)) + (h * ((he4 * (1.0 / 120)) + (h * ((he6 * (1.0 / 5040)) + (h * t))))));

        // log (1 + t), of t below 1/90.
        Vector512<double> log = Vector512.Create(0.2) - (t * (Vector512.Create(1.0 / 6) - (t * (1.0 / 7))));
        log = t * (Vector512<double>.One - (t * (Vector512.Create(0.5) - (t * (Vector512.Create(1.0 / 3) - (t * (Vector512.Create(0.25) - (t * log))))))));
        return log - (square * 0.5) - Vector512.Create(LogOfRootOfTwoPi);
    }

    private static double LogMassOrBound(double a, double b)
    {
        double beyond = Math.Max(a, -b);
        return beyond > Far ? beyond * beyond * -0.5 : LogMass(a, b);
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
