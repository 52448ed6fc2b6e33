using GanSweep.Grains.Trainers;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Grains.Tests.Trainers;

public sealed class SignalTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new();
    private readonly Signal _signal;

    public SignalTests()
    {
        _signal = new Signal(_time);
    }

    [Fact]
    public async Task Wait_NotSet_LastsUntilTheTimeHasPassed()
    {
        Task wait = _signal.WaitAsync(Timeout);
        _time.Advance(Timeout - TimeSpan.FromMilliseconds(1));
        Assert.False(wait.IsCompleted);

        _time.Advance(TimeSpan.FromMilliseconds(1));

        await wait.InTimeAsync();
    }

    [Fact]
    public async Task Wait_SetMeanwhile_Ends()
    {
        Task wait = _signal.WaitAsync(Timeout);

        _signal.Set();

        await wait.InTimeAsync();
    }

    [Fact]
    public async Task Wait_SetSeveralTimesBefore_EndsOnce()
    {
        _signal.Set();
        _signal.Set();
        Assert.True(_signal.WaitAsync(Timeout).IsCompletedSuccessfully);

        Task wait = _signal.WaitAsync(Timeout);

        Assert.False(wait.IsCompleted);
        _time.Advance(Timeout);
        await wait.InTimeAsync();
    }

    [Fact]
    public async Task Wait_AfterOneThatWasWoken_IsNotEndedByTheFirstOnesTime()
    {
        Task first = _signal.WaitAsync(Timeout);
        _signal.Set();
        await first.InTimeAsync();
        _time.Advance(Timeout / 2);
        Task second = _signal.WaitAsync(Timeout);

        _time.Advance(Timeout / 2);

        Assert.False(second.IsCompleted);
        _time.Advance(Timeout / 2);
        await second.InTimeAsync();
    }
}
