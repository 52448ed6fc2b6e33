using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Tests.Coordination;

public sealed class LeaseTests
{
    [Fact]
    public async Task Grant_SaysAllThatATrainerNeeds()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("5", """, "seed": 8, "holdout": 0.25""");

        Lease lease = Assert.Single(await sweep.GrantAsync(3));

        RunSpec spec = new(new RunConfiguration("gan", TestModels.Effective("""{ "epochs": 10, "latentDim": 5 }""", new TrainingSize(3, 2)).Json), 8, CoordinatedSweep.DatasetHash, 20, 0.25);
        Assert.Equal((sweep.Id, 1, 1, spec), (lease.SweepId, lease.Run, lease.Attempt, lease.Spec));
        Assert.Equal((CoordinatedSweep.Engine, RunKey.Compute(spec, CoordinatedSweep.Engine)), (lease.EngineVersion, lease.RunKey));
        Assert.Equal((10, CoordinatedSweep.LeaseDuration), (lease.Epochs, lease.Duration));
        Assert.Equal(CoordinatedSweep.Yardsticks.ToWire().SecondSample, lease.SecondSample);
    }

    [Fact]
    public async Task Grant_AsManyAsWanted_InOrderAndStored()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();

        Grants grants = await sweep.Coordinator.GrantAsync("a", 2);

        Assert.Equal([1, 2], grants.Leases.Select(lease => lease.Run));
        Assert.Equal((2, true), (grants.Running, grants.Open));
        Assert.Equal(["granted 1/1 2/1 to a"], sweep.Events.Take());
        Assert.All(await sweep.Store.ListRunsAsync(sweep.Id), run => Assert.Equal((RunState.Running, 1, "a"), (run.State, run.Attempt, run.Trainer)));
        Assert.Equal(new SweepCounts(3, 0, 0, 2, 1, 0), sweep.Events.Last!.Value.Counts);

        Assert.Equal([3], (await sweep.GrantAsync(2, "b")).Select(lease => lease.Run));
        Grants none = await sweep.Coordinator.GrantAsync("c", 1);
        Assert.Equal((0, 3, true), (none.Leases.Length, none.Running, none.Open));
        Assert.Equal(["granted 3/1 to b"], sweep.Events.Take());
    }

    [Fact]
    public async Task Grant_LessThanOne_IsRefused()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => sweep.GrantAsync(0));
        await Assert.ThrowsAsync<ArgumentException>(() => sweep.GrantAsync(1, ""));
    }

    [Fact]
    public async Task Grant_WhenTheLeaseHasRunOut_GivesTheRunToAnother()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1");
        Lease first = Assert.Single(await sweep.GrantAsync(1));
        await sweep.ReportAsync(CoordinatedSweep.Progress(first, 1, 3));
        sweep.Time.Advance(CoordinatedSweep.LeaseDuration - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await sweep.GrantAsync(1, "b"));
        sweep.Events.Take();

        sweep.Time.Advance(TimeSpan.FromMilliseconds(1));
        Lease second = Assert.Single(await sweep.GrantAsync(1, "b"));

        Assert.Equal((1, 2), (second.Run, second.Attempt));
        Assert.Equal(["overdue 1 at epoch 3", "granted 1/2 to b"], sweep.Events.Take());
        Assert.Equal(ReportAnswer.Rejected, await sweep.ReportAsync(CoordinatedSweep.Completed(first, 1)));
        Assert.Equal(ReportAnswer.Accepted, await sweep.ReportAsync(CoordinatedSweep.Completed(second, 1), "b"));
    }

    [Fact]
    public async Task Report_RenewsTheLease()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1");
        Lease lease = Assert.Single(await sweep.GrantAsync(1));
        for (int epoch = 1; epoch <= 3; epoch++)
        {
            sweep.Time.Advance(CoordinatedSweep.LeaseDuration - TimeSpan.FromMilliseconds(1));
            Assert.Equal(ReportAnswer.Accepted, await sweep.ReportAsync(CoordinatedSweep.Progress(lease, epoch, epoch)));
        }

        Assert.Empty(await sweep.GrantAsync(1, "b"));
    }

    [Fact]
    public async Task Report_OfAnOverdueLeaseThatNobodyHasTaken_Counts()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1");
        Lease lease = Assert.Single(await sweep.GrantAsync(1));
        sweep.Time.Advance(2 * CoordinatedSweep.LeaseDuration);
        Assert.Equal(new SweepCounts(1, 0, 0, 0, 1, 0), sweep.Coordinator.Progress().Summary.Counts);

        Assert.Equal(ReportAnswer.Accepted, await sweep.ReportAsync(CoordinatedSweep.Progress(lease, 1, 1)));

        Assert.Equal(new SweepCounts(1, 0, 0, 1, 0, 0), sweep.Coordinator.Progress().Summary.Counts);
    }

    [Fact]
    public async Task Grant_WhenTheTrainerIsGone_DoesNotWaitForItsLease()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2");
        await sweep.GrantAsync(1);
        await sweep.GrantAsync(1, "b");

        sweep.Gone.Add("a");

        Assert.Equal([(1, 2)], (await sweep.GrantAsync(2, "b")).Select(lease => (lease.Run, lease.Attempt)));
    }

    [Fact]
    public async Task ReadCheckpoint_OfTheAttemptThatCounts_IsTheLastOne()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1");
        Lease first = Assert.Single(await sweep.GrantAsync(1));
        Assert.Null(await sweep.Coordinator.ReadCheckpointAsync(1, 1));
        await sweep.ReportAsync(new CheckpointReport(1, first.Attempt, 2, [2], GivesBack: false));
        await sweep.ReportAsync(new CheckpointReport(1, first.Attempt, 5, [5], GivesBack: true));
        Assert.Equal(new SweepCounts(1, 0, 0, 0, 1, 0), sweep.Events.Last!.Value.Counts);
        Assert.Null(await sweep.Coordinator.ReadCheckpointAsync(1, 1));

        Lease second = Assert.Single(await sweep.GrantAsync(1, "b"));

        Assert.Equal((1, 2), (second.Run, second.Attempt));
        RunCheckpoint checkpoint = Assert.IsType<RunCheckpoint>(await sweep.Coordinator.ReadCheckpointAsync(1, 2));
        Assert.Equal((5, 5), (checkpoint.Epoch, Assert.Single(checkpoint.Content)));
        Assert.Null(await sweep.Coordinator.ReadCheckpointAsync(1, 1));
        Assert.Null(await sweep.Coordinator.ReadCheckpointAsync(2, 1));
    }

    [Fact]
    public async Task Report_CheckpointThatKeepsTheLease_LeavesTheRunLeased()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1");
        Lease lease = Assert.Single(await sweep.GrantAsync(1));

        await sweep.ReportAsync(new CheckpointReport(1, lease.Attempt, 2, [2], GivesBack: false));

        Assert.Empty(await sweep.GrantAsync(1, "b"));
        Assert.Equal(RunState.Running, Assert.Single(await sweep.Store.ListRunsAsync(sweep.Id)).State);
    }

    [Fact]
    public async Task Restart_LeasesThatWereOut_GoOnForAWhile()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2, 3");
        ImmutableArray<Lease> leases = await sweep.GrantAsync(2);

        await sweep.RestartAsync();

        Assert.Equal(["forgotten 0"], sweep.Events.Take());
        Assert.Equal(new SweepCounts(3, 0, 0, 2, 1, 0), sweep.Coordinator.Summary().Counts);
        Assert.Equal(ReportAnswer.Accepted, await sweep.ReportAsync(CoordinatedSweep.Progress(leases[0], 7, 7)));
        sweep.Time.Advance(CoordinatedSweep.RestartGrace - TimeSpan.FromMilliseconds(1));
        Assert.Equal([3], (await sweep.GrantAsync(1, "b")).Select(lease => lease.Run));
        Assert.Empty(await sweep.GrantAsync(1, "b"));

        // The holder of the other has not reported in time.
        sweep.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([(2, 2)], (await sweep.GrantAsync(3, "b")).Select(lease => (lease.Run, lease.Attempt)));
        Assert.Equal(ReportAnswer.Rejected, await sweep.ReportAsync(CoordinatedSweep.Completed(leases[1], 1)));
        Assert.Equal(ReportAnswer.Accepted, await sweep.ReportAsync(CoordinatedSweep.Completed(leases[0], 1)));
    }

    [Fact]
    public async Task Restart_AfterEveryStep_EndsAsWithoutAny()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();
        for (int run = 1; run <= 3; run++)
        {
            Lease lease = Assert.Single(await sweep.GrantAsync(1));
            await sweep.RestartAsync();
            Assert.Equal(ReportAnswer.Accepted, await sweep.ReportAsync(CoordinatedSweep.Completed(lease, run)));
            await sweep.RestartAsync();
        }

        SweepSummary summary = sweep.Coordinator.Summary();
        Assert.Equal((SweepState.Completed, new SweepCounts(3, 3, 0, 0, 0, 0), 1), (summary.State, summary.Counts, summary.BestTotal));
        Assert.Equal([1, 2, 3], sweep.Coordinator.Leaderboard(null).Rows.Select(row => row.Run));
        Assert.All(sweep.Coordinator.Leaderboard(null).Rows, row => Assert.Equal((true, 1), (row.GeneratorKept, row.Attempts)));
    }

    [Fact]
    public async Task Grant_ACellThatAnotherSweepHasTrainedMeanwhile_IsCountedAndTheNextOneGranted()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2");
        CoordinatedSweep other = await CoordinatedSweep.SubmittedAsync("1, 7", store: sweep.Store);
        await other.TrainNextAsync(0.5);

        Grants grants = await sweep.Coordinator.GrantAsync("b", 1);

        Assert.Equal([2], grants.Leases.Select(lease => lease.Run));
        Assert.Equal(new SweepCounts(2, 1, 0, 1, 0, 1), sweep.Coordinator.Summary().Counts);
        Assert.Equal(["granted  to b", "granted 2/1 to b"], sweep.Events.Take());
        StoredRun reused = (await sweep.Store.ListRunsAsync(sweep.Id))[0];
        Assert.Equal((1, RunState.Completed, true, null), (reused.Run, reused.State, reused.Reused, reused.Trainer));
    }
}
