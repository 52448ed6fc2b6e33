using CsCheck;
using GanSweep.Evaluation.Baselines.NoisyMargins;

namespace GanSweep.Evaluation.Tests.Baselines.NoisyMargins;

public sealed class DecayTests
{
    [Theory]
    [InlineData(1.5)]
    [InlineData(4)]
    [InlineData(40)]
    public void From_ADensity_BeginsWithIt(double density)
    {
        Assert.Equal(density, Decay.From(density).ShareWithin(1e-8) / 1e-8, density * 1e-5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.2)]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void From_ADensityThatDoesNotFall_IsEven(double density)
    {
        Assert.Equal((0.3, 0.7), (Decay.From(density).ShareWithin(0.3), Decay.From(density).PartWith(0.7)));
    }

    [Fact]
    public void PartWith_AShare_IsTheWayBack()
    {
        Gen.Select(Gen.Double[1, 60], Gen.Double[0, 0.999]).Sample((density, share) =>
        {
            Decay decay = Decay.From(density);
            Assert.InRange(decay.PartWith(share), 0, 1);
            Assert.Equal(share, decay.ShareWithin(decay.PartWith(share)), 1e-9);
        });
        Assert.Equal(1, Decay.From(double.PositiveInfinity).ShareWithin(1));
    }
}
