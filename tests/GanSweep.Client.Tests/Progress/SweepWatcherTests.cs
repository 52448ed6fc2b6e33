using GanSweep.Client.Output;
using GanSweep.Client.Progress;
using GanSweep.Client.Sessions;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Sweeps;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Progress;

public sealed class SweepWatcherTests : IDisposable
{
    private readonly TestConsole _console = new TestConsole().Width(200);

    public void Dispose()
    {
        _console.Dispose();
    }

    [Fact]
    public async Task WatchAsync_ConnectionLostAndBack_SaysBothOnceAndGoesOn()
    {
        FakeSweep sweep = new(Boards.Mixed);
        sweep.Progress.Enqueue(() => Boards.Underway());
        sweep.Progress.Enqueue(() => throw Lost("gone"));
        sweep.Progress.Enqueue(() => throw Lost("slow"));
        sweep.Progress.Enqueue(() => Boards.Underway(completed: 2));
        sweep.Progress.Enqueue(Ended);
        using Recorder recorder = new();

        SweepProgress last = await WatchAsync(sweep, recorder);

        Assert.Equal(SweepState.Completed, last.Summary.State);
        Assert.Equal([1, 2, 2], recorder.Completed);
        Assert.Equal("The cluster does not answer: gone. Trying again …\nConnected again.\n", _console.Output);
    }

    [Fact]
    public async Task WatchAsync_PausedAndResumed_SaysBothOnceAndGoesOn()
    {
        FakeSweep sweep = new(Boards.Mixed);
        sweep.Progress.Enqueue(() => Boards.Underway(state: SweepState.Paused));
        sweep.Progress.Enqueue(() => Boards.Underway(state: SweepState.Paused));
        sweep.Progress.Enqueue(() => Boards.Underway());
        sweep.Progress.Enqueue(Ended);
        using Recorder recorder = new();

        await WatchAsync(sweep, recorder);

        Assert.Equal([1, 1, 1, 2], recorder.Completed);
        Assert.Equal(
            [$"The sweep is paused. Go on with it: gansweep resume {Boards.SweepId}", "The sweep has been resumed."], recorder.Remarks);
    }

    [Fact]
    public async Task WatchAsync_PausedAndCancelled_Ends()
    {
        FakeSweep sweep = new(Boards.Mixed);
        sweep.Progress.Enqueue(() => Boards.Underway(state: SweepState.Paused));
        sweep.Progress.Enqueue(() => Boards.Underway(state: SweepState.Cancelled));
        using Recorder recorder = new();

        SweepProgress last = await WatchAsync(sweep, recorder);

        Assert.Equal(SweepState.Cancelled, last.Summary.State);
        Assert.Single(recorder.Remarks);
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
            Watcher(new FakeTimeProvider()).WatchAsync(sweep, recorder, new CancellationToken(canceled: true)));
    }

    private static SweepProgress Ended()
    {
        return new SweepProgress { Summary = Boards.Mixed.Summary, Done = 1, Running = [] };
    }

    private static ClusterLostException Lost(string reason)
    {
        return new ClusterLostException(new GatewayAddress("localhost", 30000), reason);
    }

    private SweepWatcher Watcher(TimeProvider time)
    {
        return new SweepWatcher(new Reconnection(new ErrorConsole(_console), time), time);
    }

    private Task<SweepProgress> WatchAsync(FakeSweep sweep, Recorder recorder)
    {
        FakeTimeProvider time = new();
        return time.PassForAsync(Watcher(time).WatchAsync(sweep, recorder, TestContext.Current.CancellationToken));
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
