namespace GanSweep.Simulation.VirtualTime;

/// <summary>
/// A clock that stands still until something is to happen, and what is to happen. Everything runs on the thread that calls
/// <see cref="RunUntil"/>, one after the other, continuations of awaits too: a play is the same whenever it is played.
/// </summary>
internal sealed class EventLoop : TimeProvider
{
    private readonly PriorityQueue<Action, (long At, long Number)> _events = new();
    private readonly Context _context;
    private long _now = TimeSpan.TicksPerSecond;
    private long _number;

    public EventLoop()
    {
        _context = new Context(this);
    }

    public TimeSpan Now => TimeSpan.FromTicks(_now);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        return _now;
    }

    public override DateTimeOffset GetUtcNow()
    {
        return DateTimeOffset.UnixEpoch.AddTicks(_now);
    }

    /// <summary>Makes something happen after some time.</summary>
    public void After(TimeSpan delay, Action action)
    {
        _events.Enqueue(action, (_now + Math.Max(0, delay.Ticks), _number++));
    }

    /// <summary>Lets everything happen in order, until a condition holds, a time has come, or nothing is left.</summary>
    /// <returns>Whether the condition holds.</returns>
    public bool RunUntil(Func<bool> condition, TimeSpan limit)
    {
        SynchronizationContext? before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_context);
        try
        {
            while (!condition())
            {
                if (!_events.TryDequeue(out Action? action, out (long At, long Number) when) || when.At > limit.Ticks)
                {
                    return false;
                }

                _now = when.At;
                action();
            }

            return true;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private sealed class Context(EventLoop loop) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
            loop.After(TimeSpan.Zero, () => d(state));
        }

        public override void Send(SendOrPostCallback d, object? state)
        {
            d(state);
        }

        public override SynchronizationContext CreateCopy()
        {
            return this;
        }
    }
}
