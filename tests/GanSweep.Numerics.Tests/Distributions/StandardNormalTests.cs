using GanSweep.Numerics.Distributions;

namespace GanSweep.Numerics.Tests.Distributions;

public sealed class StandardNormalTests
{
    // From Python's statistics.NormalDist().inv_cdf; 0.5, 0.425 and exp(-25) are where the algorithm changes its polynomials.
    [Theory]
    [MemberData(nameof(Quantiles))]
    public void Quantile_KnownProbability_AgreesWithAnotherImplementation(double probability, double expected)
    {
        Assert.Equal(expected, StandardNormal.Quantile(probability), Math.Abs(expected) * 1e-15);
    }

    public static TheoryData<double, double> Quantiles()
    {
        return new()
        {
            { 1e-300, -37.0470962993612 },
            { 1e-20, -9.262340089798405 },
            { 1e-11, -6.706023155495136 },
            { 1.5e-11, -6.646570887477112 },
            { 1e-06, -4.753424308822899 },
            { 0.001, -3.090232306167813 },
            { 0.025, -1.9599639845400538 },
            { 0.074, -1.4466320671589785 },
            { 0.076, -1.4325027208258114 },
            { 0.25, -0.6744897501960817 },
            { 0.5, 0.0 },
            { 0.75, 0.6744897501960817 },
            { 0.9, 1.2815515655446008 },
            { 0.975, 1.9599639845400536 },
            { 0.999999, 4.753424308817089 },
            { 0.999999999999999, 7.941444487415977 },
        };
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Quantile_NoProbability_Throws(double probability)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardNormal.Quantile(probability));
    }

    // log Φ(−x) with 60 digits; from −700 on the probability itself is not used.
    [Theory]
    [InlineData(-0.69314718055994530942, 0)]
    [InlineData(-3.783184333682032, -2)]
    [InlineData(-53.23128515051247, -10)]
    [InlineData(-688.6603656636589, -36.99)]
    [InlineData(-804.6084420137538, -40)]
    [InlineData(-5005.524208694205, -100)]
    [InlineData(-5000009.1039451165, -3162.2777)]
    public void QuantileOfLog_KnownProbability_IsItsQuantile(double logProbability, double expected)
    {
        Assert.Equal(expected, StandardNormal.QuantileOfLog(logProbability), 1e-12 * Math.Max(1, Math.Abs(expected)));
    }
}
