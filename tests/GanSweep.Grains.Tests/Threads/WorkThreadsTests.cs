using System.Collections.Concurrent;
using GanSweep.Grains.Threads;

namespace GanSweep.Grains.Tests.Threads;

public sealed class WorkThreadsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_WorkWithLoops_IsDoneOnThreadsThatAreNotThePools()
    {
        using WorkThreads threads = new();
        ConcurrentBag<(string? Name, bool IsOfThePool)> done = [];

        int sum = await threads.RunAsync(
            () =>
            {
                int[] numbers = new int[200];
                Parallel.For(0, numbers.Length, new ParallelOptions { TaskScheduler = TaskScheduler.Current }, i =>
                {
                    done.Add((Thread.CurrentThread.Name, Thread.CurrentThread.IsThreadPoolThread));
                    Thread.SpinWait(10_000);
                    numbers[i] = i;
                });
                return numbers.Sum();
            },
            Cancellation);

        Assert.Equal(19_900, sum);
        Assert.All(done, thread => Assert.False(thread.IsOfThePool));
        Assert.All(done, thread => Assert.StartsWith("work ", thread.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_MoreThanThereAreThreads_IsAllDone()
    {
        using WorkThreads threads = new();

        int[] results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => threads.RunAsync(() => i, Cancellation)));

        Assert.Equal(Enumerable.Range(0, 50), results);
    }

    [Fact]
    public async Task Run_WorkThatThrows_TellsItsCaller()
    {
        using WorkThreads threads = new();

        await Assert.ThrowsAsync<InvalidDataException>(() => threads.RunAsync<int>(() => throw new InvalidDataException(), Cancellation));
        Assert.Equal(1, await threads.RunAsync(() => 1, Cancellation));
    }

    [Fact]
    public async Task Run_Cancelled_IsNotDone()
    {
        using WorkThreads threads = new();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => threads.RunAsync(() => 1, new CancellationToken(canceled: true)));
    }
}
