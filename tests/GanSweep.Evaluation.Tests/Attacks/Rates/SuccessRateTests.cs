using GanSweep.Evaluation.Attacks.Rates;

namespace GanSweep.Evaluation.Tests.Attacks.Rates;

public sealed class SuccessRateTests
{
    // By an independent computation of Wilson's formula; the estimate is its middle.
    [Theory]
    [InlineData(0, 10, 0, 0.2775328)]
    [InlineData(10, 10, 0.7224672, 1)]
    [InlineData(5, 10, 0.2365931, 0.7634069)]
    [InlineData(7, 300, 0.0113477, 0.0473720)]
    public void Interval_OfKnownCounts_IsWilsons(double successes, int attacks, double low, double high)
    {
        SuccessRate rate = new(successes, attacks);

        Assert.Equal(low, rate.Low, 1e-6);
        Assert.Equal(high, rate.High, 1e-6);
        Assert.Equal((low + high) / 2, rate.Value, 1e-6);
    }

    [Fact]
    public void Interval_OfNoAttack_IsEverything()
    {
        SuccessRate rate = new(0, 0);

        Assert.Equal(0, rate.Low, 1e-12);
        Assert.Equal(0.5, rate.Value, 1e-12);
        Assert.Equal(1, rate.High, 1e-12);
    }
}
