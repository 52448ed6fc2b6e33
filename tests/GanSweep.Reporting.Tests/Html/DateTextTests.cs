using GanSweep.Reporting.Html;
using GanSweep.Tables.Schema;

namespace GanSweep.Reporting.Tests.Html;

public sealed class DateTextTests
{
    [Theory]
    [InlineData(0, DateUnit.Days, "1970-01-01")]
    [InlineData(19_791.4, DateUnit.Days, "2024-03-09")]
    [InlineData(-1, DateUnit.Days, "1969-12-31")]
    [InlineData(1.7e9, DateUnit.Seconds, "2023-11-14 22:13")]
    [InlineData(650, DateUnit.Months, "2024-03")]
    [InlineData(-1, DateUnit.Months, "1969-12")]
    [InlineData(50_430, DateUnit.SecondsOfDay, "14:00:30")]
    [InlineData(1e300, DateUnit.Days, "9999-12-31")]
    [InlineData(-1e300, DateUnit.Seconds, "0001-01-01 00:00")]
    [InlineData(-1e300, DateUnit.Months, "0001-01")]
    [InlineData(double.NaN, DateUnit.Days, "–")]
    public void Of_Value_IsItsDate(double value, DateUnit unit, string expected)
    {
        Assert.Equal(expected, DateText.Of(value, unit));
    }

    [Theory]
    [InlineData(0, DateUnit.Days, "0")]
    [InlineData(1, DateUnit.Days, "+1 day")]
    [InlineData(-2.5, DateUnit.Days, "−2.5 days")]
    [InlineData(3, DateUnit.Months, "+3 months")]
    [InlineData(45, DateUnit.Seconds, "+45 s")]
    [InlineData(-600, DateUnit.SecondsOfDay, "−10 min")]
    [InlineData(7_200, DateUnit.Seconds, "+2 h")]
    [InlineData(864_000, DateUnit.Seconds, "+10 days")]
    [InlineData(double.NaN, DateUnit.Seconds, "–")]
    public void Difference_Value_IsInItsUnit(double value, DateUnit unit, string expected)
    {
        Assert.Equal(expected, DateText.Difference(value, unit));
    }

    [Theory]
    [InlineData(19_791, DateUnit.Days)]
    [InlineData(1_700_000_000, DateUnit.Seconds)]
    [InlineData(650, DateUnit.Months)]
    [InlineData(-13, DateUnit.Months)]
    [InlineData(50_430, DateUnit.SecondsOfDay)]
    public void ValueOf_TimeOf_IsTheValue(double value, DateUnit unit)
    {
        Assert.Equal(value, DateText.ValueOf(DateText.TimeOf(value, unit), unit));
    }
}
