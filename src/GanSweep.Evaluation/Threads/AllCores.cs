namespace GanSweep.Evaluation.Threads;

/// <summary>Loops that take all cores for seconds. They run where their caller runs: a host that must answer meanwhile gives them threads of their own.</summary>
public static class AllCores
{
    /// <summary>Calls <paramref name="body"/> with every number from 0 to below <paramref name="count"/>, several at once, in any order.</summary>
    /// <param name="count">How often.</param>
    /// <param name="body">What is done.</param>
    /// <param name="cancellationToken">Gives up between two calls.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void For(int count, Action<int> body, CancellationToken cancellationToken)
    {
        ParallelOptions options = new()
        {
            CancellationToken = cancellationToken,
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            TaskScheduler = TaskScheduler.Current,
        };
        Parallel.For(0, count, options, body);
    }
}
