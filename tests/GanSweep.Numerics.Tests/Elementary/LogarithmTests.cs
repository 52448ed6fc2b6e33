using System.Runtime.Intrinsics;
using CsCheck;
using GanSweep.Numerics.Elementary;

namespace GanSweep.Numerics.Tests.Elementary;

public sealed class LogarithmTests
{
    // Every exponent, and the neighbourhoods of 1 and of √½, where the two branches of the reduction meet.
    private static readonly Gen<double> Positive = Gen.OneOf(
        Gen.Long[1, 0x7FEF_FFFF_FFFF_FFFF].Select(BitConverter.Int64BitsToDouble),
        Gen.Long[1, 0x000F_FFFF_FFFF_FFFF].Select(BitConverter.Int64BitsToDouble),
        Gen.Double[0.5, 2],
        Gen.Double[1 - 1e-3, 1 + 1e-3],
        Gen.Int[-1000, 1000].Select(steps => 1 + (steps * 2.220446049250313e-16)),
        Gen.Int[-1000, 1000].Select(steps => Math.Sqrt(0.5) + (steps * 1.1102230246251565e-16)));

    [Fact]
    public void Of_AnyPositiveNumber_IsWithinAnUlpOfTheHundredDigits()
    {
        Positive.Sample(x => Assert.InRange(HundredDigits.LogarithmOf(x).UlpsTo(Logarithm.Of(x)), 0, 1), iter: 5000);
    }

    [Fact]
    public void Base2_AnyPositiveNumber_IsWithinAnUlpOfTheHundredDigits()
    {
        Positive.Sample(x => Assert.InRange(HundredDigits.LogarithmBase2Of(x).UlpsTo(Logarithm.Base2(x)), 0, 1), iter: 5000);
    }

    [Fact]
    public void Base2_EveryPowerOfTwo_IsExact()
    {
        Assert.All(Enumerable.Range(-1074, 1074 + 1024), power => Assert.Equal(power, Logarithm.Base2(Math.ScaleB(1, power))));
    }

    [Theory]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(1.0, 0.0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(-double.Epsilon, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Of_SpecialNumber_IsThatOfIeee754(double x, double expected)
    {
        Assert.Equal(expected, Logarithm.Of(x));
        Assert.Equal(expected, Logarithm.Base2(x));
    }

    [Fact]
    public void Of_NegativeZero_IsThatOfZero()
    {
        Assert.Equal(double.NegativeInfinity, Logarithm.Of(double.NegativeZero));
        Assert.Equal(double.NegativeInfinity, Logarithm.Base2(double.NegativeZero));
    }

    [Fact]
    public void OfLanes_EveryUniformNumber_IsWithinAnUlp()
    {
        // The double-precision logarithm, within 1 of its own much smaller ulps, stands in for the hundred digits.
        double worst = Singles.Uniform.Max(x => Singles.Ulps(Lane(x), Logarithm.Of((double)x)));

        Assert.InRange(worst, 0, 1);
    }

    [Fact]
    public void OfLanes_AnyPositiveNormalNumber_IsWithinAnUlpOfTheHundredDigits()
    {
        Gen.OneOf(Gen.Int[0x0080_0000, 0x7F7F_FFFF].Select(BitConverter.Int32BitsToSingle), Gen.Single[0.5f, 2])
            .Sample(x => Assert.InRange(HundredDigits.LogarithmOf(x).UlpsTo(Lane(x)), 0, 1), iter: 5000);
    }

    private static float Lane(float x)
    {
        return Logarithm.Of(Vector512.Create(x))[0];
    }
}
