using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Grains.Tests.Trainers;

/// <summary>A clock that stands still, and knows how many wait for it: who moves it on after <see cref="WaitersAsync"/> wakes all of them.</summary>
internal sealed class LoopTime : FakeTimeProvider
{
    private readonly Lock _lock = new();
    private int _waiting;
    private int _wanted;
    private TaskCompletionSource? _enough;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waiter waiter = new(this);
        ITimer timer = base.CreateTimer(
            _ =>
            {
                waiter.Leave();
                callback(state);
            },
            null,
            dueTime,
            period);
        waiter.Enter(timer);
        return waiter;
    }

    /// <summary>Until so many wait for time to pass.</summary>
    public Task WaitersAsync(int count)
    {
        lock (_lock)
        {
            _wanted = count;
            _enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Change(0);
            return _enough.Task.InTimeAsync();
        }
    }

    private void Change(int by)
    {
        lock (_lock)
        {
            _waiting += by;
            if (_waiting == _wanted)
            {
                _enough?.TrySetResult();
            }
        }
    }

    private sealed class Waiter(LoopTime time) : ITimer
    {
        private ITimer? _timer;
        private int _left;

        public void Enter(ITimer timer)
        {
            _timer = timer;
            time.Change(+1);
        }

        public void Leave()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                time.Change(-1);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            throw new NotSupportedException("No loop does.");
        }

        public void Dispose()
        {
            _timer?.Dispose();
            Leave();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
