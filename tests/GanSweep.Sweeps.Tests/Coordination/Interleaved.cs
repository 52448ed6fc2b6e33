namespace GanSweep.Sweeps.Tests.Coordination;

/// <summary>Runs a test with several calls under way as a grain runs its own: interleaved where they wait, and never two at once.</summary>
internal static class Interleaved
{
    public static Task RunAsync(Func<Task> test)
    {
        return Task.Factory
            .StartNew(test, CancellationToken.None, TaskCreationOptions.None, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler)
            .Unwrap();
    }
}
