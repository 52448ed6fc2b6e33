namespace GanSweep.Simulation.VirtualTime;

/// <summary>A process: what it waits for never comes once it is killed, and comes late while it is stopped.</summary>
internal sealed class SimulatedProcess(EventLoop loop)
{
    private readonly Queue<Action> _held = [];
    private bool _stopped;

    public bool Alive { get; private set; } = true;

    /// <summary>Does something after some time, if the process lives then.</summary>
    public void After(TimeSpan delay, Action action)
    {
        loop.After(delay, () => Do(action));
    }

    public Task DelayAsync(TimeSpan delay)
    {
        TaskCompletionSource source = new();
        After(delay, source.SetResult);
        return source.Task;
    }

    /// <summary>As by SIGKILL.</summary>
    public void Kill()
    {
        Alive = false;
        _held.Clear();
    }

    /// <summary>As by SIGSTOP.</summary>
    public void Stop()
    {
        _stopped = true;
    }

    /// <summary>As by SIGCONT.</summary>
    public void Continue()
    {
        _stopped = false;
        while (!_stopped && _held.TryDequeue(out Action? action))
        {
            Do(action);
        }
    }

    private void Do(Action action)
    {
        if (!Alive)
        {
            return;
        }

        if (_stopped)
        {
            _held.Enqueue(action);
        }
        else
        {
            action();
        }
    }
}
