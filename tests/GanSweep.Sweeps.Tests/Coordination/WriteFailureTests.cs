using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Tests.Coordination;

public sealed class WriteFailureTests
{
    [Fact]
    public async Task Write_ThatTheStoreRefuses_IsTheCoordinatorsLast()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();
        Lease lease = Assert.Single(await sweep.GrantAsync(1));
        sweep.Events.Take();
        sweep.Store.Disk = _ => Task.FromException(new IOException("the disk is full"));

        await Assert.ThrowsAsync<IOException>(() => sweep.ReportAsync(CoordinatedSweep.Completed(lease, 1)));

        Assert.Contains("write failed: the disk is full", sweep.Events.Take());
        sweep.Store.Disk = _ => throw new InvalidOperationException("a write after one that failed");
        Assert.Equal("the disk is full", (await Assert.ThrowsAsync<IOException>(() => sweep.GrantAsync(1))).Message);
        Assert.Equal("the disk is full", (await Assert.ThrowsAsync<IOException>(sweep.Coordinator.CancelAsync)).Message);
        Assert.Empty(sweep.Events.Take());

        // The next coordinator knows what the disk knows: the run is leased still, and its holder tells it again.
        sweep.Store.Disk = null;
        await sweep.RestartAsync();
        Assert.Equal(ReportAnswer.Accepted, await sweep.ReportAsync(CoordinatedSweep.Completed(lease, 1)));
        Assert.Equal(1, sweep.Coordinator.Summary().Counts.Completed);
    }

    [Fact]
    public Task Ended_IsToldOnlyWhenAllThatSaysItIsWritten()
    {
        return Interleaved.RunAsync(async () =>
        {
            CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2");
            var leases = await sweep.GrantAsync(2);
            TaskCompletionSource disk = new();
            sweep.Store.Disk = write => write == nameof(ISweepStore.CompleteRunAsync) ? disk.Task : Task.CompletedTask;
            Task<ReportAnswer> slow = sweep.ReportAsync(CoordinatedSweep.Completed(leases[0], 1));
            sweep.Store.Disk = null;

            Task<ReportAnswer> quick = sweep.ReportAsync(CoordinatedSweep.Completed(leases[1], 1));

            // The book has both; the disk has one.
            Assert.False(quick.IsCompleted);
            Assert.Equal(SweepState.Running, (await sweep.Store.FindSweepAsync(sweep.Id))!.State);
            disk.SetResult();
            Assert.Equal((ReportAnswer.Accepted, ReportAnswer.Accepted), (await slow, await quick));
            Assert.Equal(SweepState.Completed, (await sweep.Store.FindSweepAsync(sweep.Id))!.State);
            Assert.Single(sweep.Events.Take(), line => line == "ended 2 0");
        });
    }

    [Fact]
    public Task Grant_IsNotToldBeforeItIsWritten()
    {
        return Interleaved.RunAsync(async () =>
        {
            CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2");
            TaskCompletionSource disk = new();
            sweep.Store.Disk = _ => disk.Task;

            var first = sweep.GrantAsync(1);
            var second = sweep.GrantAsync(1, "b");

            Assert.False(first.IsCompleted || second.IsCompleted);
            disk.SetResult();
            Assert.Equal(1, Assert.Single(await first).Run);
            Assert.Equal(2, Assert.Single(await second).Run);
        });
    }

    [Fact]
    public Task Cancel_WhileItIsWritten_NothingIsGranted()
    {
        return Interleaved.RunAsync(async () =>
        {
            CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2");
            Lease lease = Assert.Single(await sweep.GrantAsync(1));
            TaskCompletionSource disk = new();
            sweep.Store.Disk = _ => disk.Task;

            Task<SweepSummary> cancelling = sweep.Coordinator.CancelAsync();

            Assert.Empty(await sweep.GrantAsync(2, "b"));
            Assert.Equal(ReportAnswer.Rejected, await sweep.ReportAsync(CoordinatedSweep.Progress(lease, 1, 1)));
            disk.SetResult();
            Assert.Equal(SweepState.Cancelled, (await cancelling).State);
        });
    }
}
