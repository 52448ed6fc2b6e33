using GanSweep.Evaluation.DifferentialPrivacy;

namespace GanSweep.Evaluation.Tests.DifferentialPrivacy;

public sealed class RenyiAccountantTests
{
    // least: the least over all orders of theorem 21's bound, by Python's decimal with 60 digits and a ternary search over log(α − 1).
    // exact: what the Gaussian mechanism has (Balle and Wang, "Improving the Gaussian mechanism", ICML 2018, theorem 8), the ε at which
    // Φ(1/2σ − εσ) − e^ε Φ(−1/2σ − εσ) = δ, by math.erfc and bisection. No bound that holds is below it.
    [Theory]
    [InlineData(0.5, 1e-5, 10.72482411293, 9.997256)]
    [InlineData(1, 1e-5, 4.728386984943, 4.377178)]
    [InlineData(2, 1e-5, 2.165715545175, 1.993091)]
    [InlineData(4, 1e-5, 1.012286637764, 0.926342)]
    [InlineData(10, 1e-5, 0.375261235699, 0.340669)]
    [InlineData(1, 1e-2, 2.753049548325, 2.317789)]
    [InlineData(1, 1e-10, 6.839329413120, 6.547924)]
    [InlineData(100, 1e-6, 0.037104626841, 0.033674)]
    public void Epsilon_OfGaussianNoise_IsTheLeastOfTheBoundsAndAboveWhatIsExact(double noise, double delta, double least, double exact)
    {
        double epsilon = RenyiAccountant.Epsilon(noise, delta);

        Assert.InRange(epsilon, least - 1e-11, least * 1.0001);
        Assert.InRange(epsilon, exact, exact * 1.2);
    }

    [Fact]
    public void Epsilon_OfSoMuchNoiseThatDeltaIsEnough_IsZero()
    {
        Assert.Equal(0, RenyiAccountant.Epsilon(30, 0.1));
    }

    // 1.4932055 by the same decimal computation, whose orders are not those of a grid.
    [Fact]
    public void NoiseFor_ThreeAtAHundredThousandth_IsTheLeastThatHolds()
    {
        double noise = RenyiAccountant.NoiseFor(new PrivacyGuarantee(3, 1e-5));

        Assert.InRange(noise, 1.4932055, 1.4932055 * 1.00001);
        Assert.True(RenyiAccountant.Epsilon(noise, 1e-5) <= 3);
        Assert.True(RenyiAccountant.Epsilon(noise * (1 - 1e-9), 1e-5) > 3);
    }
}
