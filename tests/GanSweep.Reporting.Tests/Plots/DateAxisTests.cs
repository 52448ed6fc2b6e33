using GanSweep.Reporting.Plots;
using GanSweep.Tables.Schema;

namespace GanSweep.Reporting.Tests.Plots;

public sealed class DateAxisTests
{
    [Theory]
    [InlineData(18_000, 19_000, DateUnit.Days, "2020 2021 2022")]
    [InlineData(18_000, 18_100, DateUnit.Days, "2019-05 2019-06 2019-07")]
    [InlineData(18_000, 18_009, DateUnit.Days, "04-14 04-16 04-18 04-20 04-22")]
    [InlineData(18_000, 18_002, DateUnit.Days, "04-14 04-15 04-16")]
    [InlineData(1.6e9, 1.6e9 + 10_000, DateUnit.Seconds, "13:00 14:00 15:00")]
    [InlineData(400, 460, DateUnit.Months, "2004 2006 2008")]
    [InlineData(0, 86_399, DateUnit.SecondsOfDay, "00:00 06:00 12:00 18:00")]
    [InlineData(-719_162, 2_932_896, DateUnit.Days, "2000 4000 6000 8000")]
    [InlineData(5, 5, DateUnit.Months, "1970-06")]
    public void Of_Dates_TurnsWithTheCalendar(double low, double high, DateUnit unit, string expected)
    {
        Axis axis = DateAxis.Of(new ColumnSchema("when", ColumnKind.Date) { Unit = unit }, low, high, "value", 4);

        Assert.Equal(expected, string.Join(' ', axis.Ticks.Select(tick => tick.Label)));
        Assert.All(axis.Ticks, tick => Assert.InRange(tick.Position, axis.Low, axis.High));
    }

    [Fact]
    public void Of_Numbers_IsLinear()
    {
        Assert.Equal(["0", "5", "10"], DateAxis.Of(new ColumnSchema("x"), 0, 10, "value", 2).Ticks.Select(tick => tick.Label));
    }
}
