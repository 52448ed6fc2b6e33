using GanSweep.Sweeps.Books;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Sweeps.Tests.Books;

public sealed class ProgressMeterTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ProgressMeter _meter;

    public ProgressMeterTests()
    {
        _meter = new ProgressMeter(_time);
    }

    [Fact]
    public void Read_NothingCounted_KnowsNothing()
    {
        Pass(seconds: 10);

        Assert.Equal((0, null), _meter.Read(0.5));
    }

    [Fact]
    public void Read_FirstReportHalfASecondAfterTheFirstLease_IsARate()
    {
        _meter.Add(0, () => 0);
        Pass(seconds: 0.4);
        _meter.Add(20, () => 0.05);
        (double early, TimeSpan? unknown) = _meter.Read(0.05);
        Pass(seconds: 0.1);

        (double rate, TimeSpan? left) = _meter.Read(0.05);

        Assert.Equal((0, null), (early, unknown));
        Assert.Equal(40, rate, 1e-9);
        Assert.Equal(9.5, left!.Value.TotalSeconds, 1e-6);
    }

    [Fact]
    public void Read_SpeedHasChanged_IsThatOfTheLastMinute()
    {
        for (int second = 0; second < 200; second++)
        {
            _meter.Add(second < 100 ? 1000 : 10, () => 0.5);
            Pass(seconds: 1);
        }

        (double rate, TimeSpan? left) = _meter.Read(0.5);

        Assert.Equal(10, rate, 0.5);
        Assert.Null(left);
    }

    private void Pass(double seconds)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
    }
}
