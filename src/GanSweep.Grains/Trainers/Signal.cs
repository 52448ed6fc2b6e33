using System.Threading.Channels;

namespace GanSweep.Grains.Trainers;

/// <summary>Wakes one waiter; several calls before it wakes are one.</summary>
/// <param name="time">The clock.</param>
internal sealed class Signal(TimeProvider time)
{
    private readonly Channel<bool> _set = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set()
    {
        _set.Writer.TryWrite(true);
    }

    /// <summary>Waits for the signal, or for the time to pass.</summary>
    public async Task WaitAsync(TimeSpan timeout)
    {
        if (_set.Reader.TryRead(out _))
        {
            return;
        }

        await using ITimer timer = time.CreateTimer(_ => Set(), null, timeout, Timeout.InfiniteTimeSpan);
        await _set.Reader.ReadAsync();
    }
}
