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

    [Fact]
    public void Read_ASteadyPace_TellsTheTimeLeft()
    {
        for (int second = 0; second <= 90; second++)
        {
            _meter.Add(5, () => second / 200.0);
            Pass(seconds: 1);
        }

        (double rate, TimeSpan? left) = _meter.Read(91 / 200.0);

        // From the sample of a minute before the last one: 60 samples of 5 epochs over 61 seconds.
        Assert.Equal(300.0 / 61, rate, 1e-9);
        Assert.Equal(109, left!.Value.TotalSeconds, 1e-6);
    }

    [Fact]
    public void Add_MoreOftenThanOnceASecond_AsksSeldomHowMuchIsDone()
    {
        int asked = 0;
        for (int i = 0; i < 30; i++)
        {
            _meter.Add(1, () => asked++);
            Pass(seconds: 0.1);
        }

        Assert.Equal(3, asked);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.4)]
    public void Read_NoProgress_KnowsNoTimeLeft(double done)
    {
        _meter.Add(1, () => 0.5);
        Pass(seconds: 1);

        Assert.Null(_meter.Read(done).TimeLeft);
    }

    [Fact]
    public void Read_ProgressThatWouldTakeForEver_KnowsNoTimeLeft()
    {
        _meter.Add(1, () => 0);
        Pass(seconds: 1);

        Assert.Null(_meter.Read(1e-15).TimeLeft);
        Assert.NotNull(_meter.Read(1e-11).TimeLeft);
    }

    private void Pass(double seconds)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
    }
}
