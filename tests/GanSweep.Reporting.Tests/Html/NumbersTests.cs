using GanSweep.Reporting.Html;

namespace GanSweep.Reporting.Tests.Html;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(0.0109585, "0.011")]
    [InlineData(-0.0109585, "−0.011")]
    [InlineData(0.5, "0.5")]
    [InlineData(12.3456, "12.3")]
    [InlineData(1234.5, "1235")]
    [InlineData(0.000023729, "2.37e-5")]
    [InlineData(1.5e7, "1.5e7")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.PositiveInfinity, "∞")]
    public void Short_Number_IsOfThreeDigits(double number, string expected)
    {
        Assert.Equal(expected, Numbers.Rounded(number));
    }

    [Theory]
    [InlineData(new double[] { }, "–")]
    [InlineData(new[] { 0.5, 0.45, 0.55 }, "0.45 to 0.55")]
    [InlineData(new[] { 0.50001, 0.50002 }, "0.5")]
    public void Range_Values_IsFromLowestToHighest(double[] values, string expected)
    {
        Assert.Equal(expected, Numbers.Range(values));
    }

    [Theory]
    [InlineData(0.0, "0\u00a0%")]
    [InlineData(0.0004, "below 0.1\u00a0%")]
    [InlineData(0.0321, "3.2\u00a0%")]
    [InlineData(0.514, "51\u00a0%")]
    public void Percent_Share_IsShort(double share, string expected)
    {
        Assert.Equal(expected, Numbers.Percent(share));
    }
}
