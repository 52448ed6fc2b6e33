namespace GanSweep.Grains.Threads;

/// <summary>Work of some seconds on a thread of its own. The pool has as many threads as there are cores: two such works at a time, and nobody is answered.</summary>
internal static class LongTask
{
    /// <summary>Does it.</summary>
    public static Task<T> RunAsync<T>(Func<T> work)
    {
        return Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }
}
