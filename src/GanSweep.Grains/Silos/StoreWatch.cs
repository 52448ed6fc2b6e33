using GanSweep.Contracts.Silos;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Grains.Silos;

/// <summary>
/// How the coordinator's store is and how large, for those who look at the cluster. It is asked when somebody looks, and so seldom that the store does other
/// things in ninety-nine hundredths of its time.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="time">The clock.</param>
internal sealed class StoreWatch(ISweepStore store, TimeProvider time)
{
    private const int TimesItsCost = 100;
    private static readonly TimeSpan LeastAge = TimeSpan.FromSeconds(5);

    // Nobody who looks waits longer than this, and only the first.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    private Task _asking = Task.CompletedTask;
    private long? _asked;
    private TimeSpan _cost;
    private string? _complaint;

    /// <summary>How large it is, as it last said; null before it has.</summary>
    public StoreStatus? Status { get; private set; }

    /// <summary>What keeps it from its work; null if it works.</summary>
    public string? Complaint => _complaint ?? (!_asking.IsCompleted && _asked is { } since && time.GetElapsedTime(since) > Silence
        ? $"The store has not answered for {time.GetElapsedTime(since).TotalSeconds:0} s."
        : null);

    /// <summary>Asks it again if that is due.</summary>
    public async Task LookAsync()
    {
        if (_asking.IsCompleted && (_asked is not { } asked || time.GetElapsedTime(asked) >= Longer(LeastAge, TimesItsCost * _cost)))
        {
            _asked = time.GetTimestamp();
            _asking = AskAsync(_asked.Value);
        }

        if (Status is null && _complaint is null)
        {
            await Task.WhenAny(_asking, Task.Delay(Patience, time));
        }
    }

    private async Task AskAsync(long since)
    {
        try
        {
            await store.CheckAsync();
            Status = await store.MeasureAsync();
            _complaint = null;
        }
#pragma warning disable CA1031 // Whatever it is, it is told.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _complaint = failure.Message;
        }

        _cost = time.GetElapsedTime(since);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other)
    {
        return one > other ? one : other;
    }
}
