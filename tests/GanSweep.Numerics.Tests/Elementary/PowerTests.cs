using CsCheck;
using GanSweep.Numerics.Elementary;

namespace GanSweep.Numerics.Tests.Elementary;

public sealed class PowerTests
{
    [Fact]
    public void Of_AnyNumberAndPower_IsWithinAsManyUlpsOfTheExactOne()
    {
        Gen.Select(Gen.Double[0.5, 1], Gen.Int[1, 1000]).Sample((x, n) => Assert.InRange(HundredDigits.PowerOf(x, n).UlpsTo(Power.Of(x, n)), 0, n), iter: 2000);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 5, 0)]
    [InlineData(0.9, 0, 1)]
    [InlineData(0.9, 1, 0.9)]
    [InlineData(-0.5, 3, -0.125)]
    [InlineData(1, long.MaxValue, 1)]
    [InlineData(0.999, long.MaxValue, 0)]
    public void Of_SpecialNumberOrPower_IsExact(double x, long n, double expected)
    {
        Assert.Equal(expected, Power.Of(x, n));
    }

    [Fact]
    public void Of_ANegativePower_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Power.Of(0.5, -1));
    }
}
