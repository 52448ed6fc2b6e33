using System.Collections.Concurrent;

namespace GanSweep.Grains.Threads;

/// <summary>
/// As many threads as there are cores for work that takes them all for a while. On the pool's threads such work keeps a silo from answering:
/// the pool adds others one by one. Beside them, the system shares the cores out.
/// </summary>
public sealed class WorkThreads : TaskScheduler, IDisposable
{
    [ThreadStatic]
    private static bool _isOne;

    private readonly BlockingCollection<Task> _tasks = [];

    /// <summary>Starts them.</summary>
    public WorkThreads()
    {
        for (int number = 1; number <= Environment.ProcessorCount; number++)
        {
            new Thread(Work) { IsBackground = true, Name = $"work {number}" }.Start();
        }
    }

    /// <summary>Does the work on these threads, and so its loops that go by <see cref="TaskScheduler.Current"/>.</summary>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        return Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.None, this);
    }

    /// <summary>Lets the threads end once what waits is done.</summary>
    public void Dispose()
    {
        _tasks.CompleteAdding();
    }

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        _tasks.Add(task);
    }

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued)
    {
        return _isOne && TryExecuteTask(task);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks()
    {
        return _tasks;
    }

    private void Work()
    {
        _isOne = true;
        foreach (Task task in _tasks.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
