using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Web.Tests.Fakes;

/// <summary>A clock of the test's own that tells when somebody has begun to wait on it: to set it forward before that would be too early.</summary>
internal sealed class AwaitedTime : FakeTimeProvider
{
    private readonly ConcurrentDictionary<TimeSpan, SemaphoreSlim> _waits = [];

    /// <summary>Waits until somebody waits for so long, then lets the while pass.</summary>
    public async Task PassAsync(TimeSpan wait)
    {
        Assert.True(await WaitsOf(wait).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken), $"Nobody waits for {wait}.");
        Advance(wait);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        WaitsOf(dueTime).Release();
        return timer;
    }

    private SemaphoreSlim WaitsOf(TimeSpan wait)
    {
        return _waits.GetOrAdd(wait, _ => new SemaphoreSlim(0));
    }
}
