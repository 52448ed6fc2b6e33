using CsCheck;
using GanSweep.Client.Output;

namespace GanSweep.Client.Tests.Output;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0.0101, "0.01010")]
    [InlineData(0.4213456, "0.4213")]
    [InlineData(1, "1.000")]
    [InlineData(123.45678, "123.5")]
    [InlineData(123456, "123456")]
    [InlineData(0, "0.000")]
    [InlineData(0.00000123456, "1.235e-06")]
    [InlineData(1e100, "1.000e100")]
    [InlineData(-0.5, "-0.5000")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.PositiveInfinity, "–")]
    public void Of_Number_HasFourSignificantDigits(double value, string expected)
    {
        Assert.Equal(expected, Figures.Of(value));
    }

    [Fact]
    public void Of_AnyFiniteNumber_ReadsBackWithinHalfAUnitOfTheFourthDigit()
    {
        Gen.Double[-1e12, 1e12].Sample(value =>
        {
            double read = double.Parse(Figures.Of(value));
            Assert.True(Math.Abs(read - value) <= 0.00051 * Math.Abs(value), $"{value} became {Figures.Of(value)}");
        });
    }

    [Fact]
    public void Align_DifferentFractions_PutsPointsBelowEachOther()
    {
        string[] aligned = Figures.Align([0.0123, 12.5, null, 1234567]);

        Assert.Equal(["0.01230", "12.50   ", "–", "1.235e06  "], aligned);
    }

    [Theory]
    [InlineData(42, "42s")]
    [InlineData(59.7, "59s")]
    [InlineData(185, "3m 05s")]
    [InlineData(7800, "2h 10m")]
    [InlineData(356400, "4d 03h")]
    public void Of_Duration_HasItsTwoLargestUnits(double seconds, string expected)
    {
        Assert.Equal(expected, Figures.Of(TimeSpan.FromSeconds(seconds)));
    }
}
