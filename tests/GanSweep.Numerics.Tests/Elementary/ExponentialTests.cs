using CsCheck;
using GanSweep.Numerics.Elementary;

namespace GanSweep.Numerics.Tests.Elementary;

public sealed class ExponentialTests
{
    private static readonly Gen<double> Arguments = Gen.OneOf(
        Gen.Double[-745.1332191019411, 709.782712893384],
        Gen.Double[-745.1332191019411, -708],
        Gen.Double[-1, 1],
        Gen.Double[-300, 0].Select(exponent => Math.Pow(10, exponent)),
        Gen.Int[-1023, 1023].Select(half => (half + 0.5) * Math.Log(2)));

    [Fact]
    public void Of_AnyNumber_IsWithinAnUlpOfTheHundredDigits()
    {
        Arguments.Sample(x => Assert.InRange(HundredDigits.ExponentialOf(x).UlpsTo(Exponential.Of(x)), 0, 1), iter: 5000);
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(-double.Epsilon, 1.0)]
    [InlineData(double.Epsilon, 1.0)]
    [InlineData(709.782712893384, 1.7976931348622732e308)]
    [InlineData(709.7827128933841, double.PositiveInfinity)]
    [InlineData(-745.1332191019411, double.Epsilon)]
    [InlineData(-745.1332191019412, 0.0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(double.NaN, double.NaN)]
    public void Of_SpecialNumber_IsThatOfIeee754(double x, double expected)
    {
        Assert.Equal(expected, Exponential.Of(x));
    }
}
