namespace GanSweep.Evaluation.Attacks.Rates;

/// <summary>
/// How often attacks succeed, with Wilson's interval at 95 % (Wilson, "Probable inference, the law of succession, and statistical inference", 1927):
/// (s + z²/2) / (n + z²) ± z / (n + z²) · √(s (n − s) / n + z²/4) with z = 1.96.
/// </summary>
/// <param name="Successes">s: attacks that succeeded, 0 to <paramref name="Attacks"/>; a part of one where it is an expectation.</param>
/// <param name="Attacks">n: attacks, 0 or more.</param>
public sealed record SuccessRate(double Successes, int Attacks)
{
    /// <summary>The 97.5 % quantile of the standard normal distribution.</summary>
    private const double Z = 1.959963984540054;
    private const double ZSquared = Z * Z;

    /// <summary>The middle of the interval, the rate's estimate: 0.5 without any attack.</summary>
    public double Value => (Successes + (ZSquared / 2)) / (Attacks + ZSquared);

    /// <summary>Half the interval's width.</summary>
    public double HalfWidth => Z / (Attacks + ZSquared) * Math.Sqrt((Successes * (Attacks - Successes) / Math.Max(Attacks, 1)) + (ZSquared / 4));

    /// <summary>The interval's lower end, 0 or more.</summary>
    public double Low => Math.Max(Value - HalfWidth, 0);

    /// <summary>The interval's upper end, 1 or less.</summary>
    public double High => Math.Min(Value + HalfWidth, 1);
}
