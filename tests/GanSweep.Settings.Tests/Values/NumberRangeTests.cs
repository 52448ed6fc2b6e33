using CsCheck;
using GanSweep.Settings.Values;

namespace GanSweep.Settings.Tests.Values;

public sealed class NumberRangeTests
{
    [Theory]
    [InlineData(0.0003, 0.01, 0.00123456, 0.00123)]
    [InlineData(0.0003, 0.01, 0.0002, 0.0003)]
    [InlineData(0.000333333, 0.01, 0.00033334, 0.000333333)]
    [InlineData(0, 1, 0.00012345, 0.000123)]
    [InlineData(-5, 10, -1.23456, -1.23)]
    [InlineData(0.1, 0.3, 0.29999, 0.3)]
    public void Round_ANumber_HasThreeSignificantDigitsInTheRange(double minimum, double maximum, double drawn, double expected)
    {
        Assert.Equal(expected, new NumberRange(minimum, maximum, false, null, false).Round(drawn));
    }

    [Theory]
    [InlineData(16, 128, 16, 71, 64)]
    [InlineData(16, 120, 16, 128, 112)]
    [InlineData(0.1, 0.7, 0.2, 0.29999, 0.3)]
    [InlineData(0.1, 0.7, 0.2, 5, 0.7)]
    public void Round_WithAStep_IsCountedFromTheLeast(double minimum, double maximum, double step, double drawn, double expected)
    {
        Assert.Equal(expected, new NumberRange(minimum, maximum, false, step, false).Round(drawn));
    }

    [Theory]
    [InlineData(1, 5000, 17.4, 17)]
    [InlineData(1, 5000, 1234.5, 1230)]
    [InlineData(1, 1234, 1234, 1230)]
    public void Round_WholeNumbers_AreWhole(double minimum, double maximum, double drawn, double expected)
    {
        Assert.Equal(expected, new NumberRange(minimum, maximum, false, null, true).Round(drawn));
    }

    // Three digits would make one number of all of the first, and two of the second.
    [Theory]
    [InlineData(1000, 1004, 1002.4, 1002)]
    [InlineData(10_995, 11_010, 11_004.6, 11_005)]
    [InlineData(500, 1498, 1234.4, 1234)]
    [InlineData(500, 1499, 1234.4, 1230)]
    [InlineData(1000, 1004, 7, 1000)]
    [InlineData(1000, 1004, 7000, 1004)]
    public void Round_FewerThanAThousandWholeNumbers_KeepsEachOfThem(double minimum, double maximum, double drawn, double expected)
    {
        Assert.Equal(expected, new NumberRange(minimum, maximum, false, null, true).Round(drawn));
        Assert.Equal(expected, new NumberRange(minimum, maximum, true, null, true).Round(drawn));
    }

    [Fact]
    public void Round_WhatIsRounded_StaysAndLiesInTheRange()
    {
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[1e-6, 1e6], Gen.Double[0, 1], Gen.Int[0, 50], Gen.Bool).Sample((low, width, at, steps, log) =>
        {
            double minimum = log ? Math.Abs(low) + 1e-9 : low;
            NumberRange range = new(minimum, minimum + width, log, log || steps == 0 ? null : width / steps, false);
            double rounded = range.Round(minimum + (at * width));

            Assert.InRange(rounded, range.Minimum, range.Maximum);
            Assert.Equal(rounded, range.Round(rounded));
            Assert.True(range.Contains(rounded));
        });
    }

    [Fact]
    public void ToString_SaysEndsScaleAndStep()
    {
        Assert.Equal("0.0003 to 0.01 (log)", $"{new NumberRange(0.0003, 0.01, true, null, false)}");
        Assert.Equal("16 to 128 by 16", $"{new NumberRange(16, 128, false, 16, true)}");
    }
}
