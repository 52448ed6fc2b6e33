using GanSweep.Reporting.Plots;

namespace GanSweep.Reporting.Tests.Plots;

public sealed class AxisTests
{
    [Fact]
    public void Linear_Range_HasRoundTicksInside()
    {
        Axis axis = Axis.Linear(-0.013, 0.0502, "loss");

        Assert.Equal(["0.00", "0.02", "0.04"], axis.Ticks.Select(tick => tick.Label));
    }

    [Fact]
    public void Around_Decades_IsLogarithmic()
    {
        Axis axis = Axis.Around([0.5, 3, 400, double.NaN], "total");

        Assert.True(axis.IsLogarithmic);
        Assert.Equal(["1", "10", "100"], axis.Ticks.Select(tick => tick.Label));
        Assert.Equal(2, axis.Place(100), 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-1e12)]
    public void Around_OneValue_HasRoom(double value)
    {
        Axis axis = Axis.Around([value, value], "total");

        Assert.True(axis.Low < value && value < axis.High);
        Assert.NotEmpty(axis.Ticks);
    }

    [Fact]
    public void Place_FarOutside_StaysNear()
    {
        Assert.Equal(2, Axis.Linear(0, 1, "").Place(1e300));
    }
}
