using GanSweep.Client.Progress;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Sweeps;
using Microsoft.Extensions.Time.Testing;
using Orleans.Runtime;

namespace GanSweep.Client.Tests.Progress;

public sealed class SweepWatcherTests
{
    [Fact]
    public async Task WatchAsync_ConnectionLostAndBack_SaysBothOnceAndGoesOn()
    {
        FakeSweep sweep = new(Boards.Mixed);
        sweep.Progress.Enqueue(() => Boards.Underway());
        sweep.Progress.Enqueue(() => throw new SiloUnavailableException("gone."));
        sweep.Progress.Enqueue(() => throw new TimeoutException("slow."));
        sweep.Progress.Enqueue(() => Boards.Underway(completed: 2));
        sweep.Progress.Enqueue(Ended);
        using Recorder recorder = new();

        SweepProgress last = await WatchAsync(sweep, recorder);

        Assert.Equal(SweepState.Completed, last.Summary.State);
        Assert.Equal([1, 2, 2], recorder.Completed);
        Assert.Equal(2, recorder.Remarks.Count);
        Assert.Contains("gone.", recorder.Remarks[0]);
        Assert.Equal("Connected again.", recorder.Remarks[1]);
    }

    [Fact]
    public async Task WatchAsync_SweepNotFound_IsNotRetried()
    {
        FakeSweep sweep = new(Boards.Mixed);
        sweep.Progress.Enqueue(() => throw new SweepNotFoundException("none"));
        using Recorder recorder = new();

        await Assert.ThrowsAsync<SweepNotFoundException>(() => WatchAsync(sweep, recorder));
    }

    [Fact]
    public async Task WatchAsync_Cancelled_EndsTheWatch()
    {
        FakeSweep sweep = new(Boards.Mixed);
        sweep.Progress.Enqueue(() => Boards.Underway());
        using Recorder recorder = new();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new SweepWatcher(new FakeTimeProvider()).WatchAsync(sweep, recorder, new CancellationToken(canceled: true)));
    }

    private static SweepProgress Ended()
    {
        return new SweepProgress { Summary = Boards.Mixed.Summary, Done = 1, Running = [] };
    }

    // The clock moves as the watcher waits: no test waits for real.
    private static async Task<SweepProgress> WatchAsync(FakeSweep sweep, Recorder recorder)
    {
        FakeTimeProvider time = new();
        Task<SweepProgress> watch = new SweepWatcher(time).WatchAsync(sweep, recorder, TestContext.Current.CancellationToken);
        while (!watch.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(0.5));
            await Task.Yield();
        }

        return await watch;
    }

    private sealed class Recorder : IProgressDisplay
    {
        public List<int> Completed { get; } = [];

        public List<string> Remarks { get; } = [];

        public void Show(SweepProgress progress) => Completed.Add(progress.Summary.Counts.Completed);

        public void Say(string remark) => Remarks.Add(remark);

        public void Dispose()
        {
            // Nothing to end.
        }
    }
}
