using GanSweep.Numerics.Elementary;

namespace GanSweep.Numerics.Distributions;

/// <summary>The standard normal distribution.</summary>
public static class StandardNormal
{
    private const double RootOfHalf = 0.70710678118654752440;
    private const double RootOfHalfPi = 1.25331413731550025121;
    private const double LogOfRootOfTwoPi = 0.91893853320467274178;

    // e^-700 is a normal number still.
    private const double LogOfSmall = -700;

    private static readonly double[] CentralNumerator =
    [
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
    ];

    private static readonly double[] CentralDenominator =
    [
        1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
        2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
    ];

    private static readonly double[] MiddleNumerator =
    [
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static readonly double[] MiddleDenominator =
    [
        1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static readonly double[] FarNumerator =
    [
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static readonly double[] FarDenominator =
    [
        1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    /// <summary>
    /// The quantile Φ⁻¹(p), to about 1 part in 10^16: algorithm PPND16 of M. J. Wichura, "Algorithm AS 241: The percentage points of the
    /// normal distribution", Applied Statistics 37 (1988) 477–484. Python's <c>statistics.NormalDist().inv_cdf</c> is the same.
    /// </summary>
    /// <param name="probability">p, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is 0 or less, 1 or more, or NaN.</exception>
    public static double Quantile(double probability)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A quantile needs a probability above 0 and below 1.");
        }

        double fromMiddle = probability - 0.5;
        if (Math.Abs(fromMiddle) <= 0.425)
        {
            double square = 0.180625 - (fromMiddle * fromMiddle);
            return fromMiddle * Polynomial(CentralNumerator, square) / Polynomial(CentralDenominator, square);
        }

        double magnitude = MagnitudeOfTail(Math.Sqrt(-Logarithm.Of(fromMiddle < 0 ? probability : 1 - probability)));
        return fromMiddle < 0 ? -magnitude : magnitude;
    }

    /// <summary>The quantile Φ⁻¹(p) by the logarithm of p, which may be as small as it likes: where p itself is 0 to a double, Newton's method on log Φ.</summary>
    /// <param name="logProbability">log p, at most log 1/2 or so: nearer to 1 it says too little.</param>
    internal static double QuantileOfLog(double logProbability)
    {
        if (logProbability > LogOfSmall)
        {
            return Quantile(Exponential.Of(logProbability));
        }

        // From the first terms of the tail, log Φ(−x) = −x²/2 − log x − log √2π − …; log Φ is all but a parabola there, so each step has twice the digits.
        double x = Math.Sqrt(-2 * logProbability);
        x = Math.Sqrt(-2 * (logProbability + Logarithm.Of(x) + LogOfRootOfTwoPi));
        for (int step = 0; step < 3; step++)
        {
            double scaled = ErrorFunction.ScaledComplement(x * RootOfHalf);
            double log = Logarithm.Of(scaled / 2) - (x * x / 2);
            x += (log - logProbability) * scaled * RootOfHalfPi;
        }

        return -x;
    }

    // Of the square root of −log p: Wichura's approximations of the tail, out to p = 10^-316.
    private static double MagnitudeOfTail(double tail)
    {
        return tail <= 5
            ? Polynomial(MiddleNumerator, tail - 1.6) / Polynomial(MiddleDenominator, tail - 1.6)
            : Polynomial(FarNumerator, tail - 5) / Polynomial(FarDenominator, tail - 5);
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        double sum = 0;
        for (int power = coefficients.Length - 1; power >= 0; power--)
        {
            sum = (sum * x) + coefficients[power];
        }

        return sum;
    }
}
