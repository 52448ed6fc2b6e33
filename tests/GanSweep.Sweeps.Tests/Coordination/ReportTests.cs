using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Tests.Coordination;

public sealed class ReportTests
{
    [Fact]
    public async Task Report_Completed_IsStoredRankedAndCounted()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();

        Lease lease = await sweep.TrainNextAsync(0.75);

        Assert.Equal(["granted 1/1 to a", "completed 1 with 0.75", "answered 1 Accepted"], sweep.Events.Take());
        Assert.Equal(CoordinatedSweep.Result(0.75).Losses.Count, (await sweep.Store.ReadResultAsync(lease.RunKey))!.Losses.Count);
        Assert.Equal(CoordinatedSweep.Generator(lease), await sweep.Store.ReadGeneratorAsync(lease.RunKey));
        StoredSweep stored = (await sweep.Store.FindSweepAsync(sweep.Id))!;
        Assert.Equal((new SweepCounts(3, 1, 0, 0, 2, 0), 0.75), (stored.Counts, stored.BestTotal));
        StoredRun run = Assert.Single(await sweep.Store.ListRunsAsync(sweep.Id));
        Assert.Equal((RunState.Completed, false, "a", null), (run.State, run.Reused, run.Trainer, run.Error));
        Assert.Equal(new RunSummary(run.Summary!.Scores, 4, 10, 2), run.Summary);
        LeaderboardRow row = Assert.Single(sweep.Coordinator.Leaderboard(null).Rows);
        Assert.Equal((1, 1, 10, 4, 2.0, true), (row.Rank, row.Run, row.Epochs, row.BestEpoch, row.Seconds, row.GeneratorKept));
    }

    [Fact]
    public async Task Report_CompletedTwice_CountsOnce()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();
        Lease lease = await sweep.TrainNextAsync(0.75);
        sweep.Events.Take();

        Assert.Equal(ReportAnswer.Rejected, await sweep.ReportAsync(CoordinatedSweep.Completed(lease, 0.1)));

        Assert.Equal(["rejected 1/1 of a", "answered 1 Rejected"], sweep.Events.Take());
        Assert.Equal(0.75, sweep.Coordinator.Summary().BestTotal);
    }

    [Fact]
    public async Task Report_ThatIsNone_IsRefused()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => sweep.Coordinator.ReportAsync("a", default));
        await Assert.ThrowsAsync<ArgumentException>(() => sweep.Coordinator.ReportAsync("a", [null!]));
        await Assert.ThrowsAsync<ArgumentException>(() => sweep.Coordinator.ReportAsync("", []));
        Assert.Empty(await sweep.Coordinator.ReportAsync("a", []));
    }

    [Fact]
    public async Task Report_SeveralAtOnce_AreAnsweredInOrder()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();
        ImmutableArray<Lease> leases = await sweep.GrantAsync(3);
        await sweep.ReportAsync(CoordinatedSweep.Completed(leases[1], 0.5));
        sweep.Events.Take();

        ImmutableArray<ReportAnswer> answers = await sweep.Coordinator.ReportAsync(
            "a",
            [CoordinatedSweep.Completed(leases[0], 0.25), CoordinatedSweep.Completed(leases[1], 0), CoordinatedSweep.Failed(leases[2], final: true)]);

        Assert.Equal([ReportAnswer.Accepted, ReportAnswer.Rejected, ReportAnswer.Accepted], answers);
        Assert.Equal(
            [
                "completed 1 with 0.25", "rejected 2/1 of a", "failed 3: it threw", "answered 1 Accepted 2 Rejected 3 Accepted", "ended 2 1",
            ],
            sweep.Events.Take());
        Assert.Equal(SweepState.Completed, (await sweep.Store.FindSweepAsync(sweep.Id))!.State);
    }

    [Fact]
    public async Task Report_Failed_TriesAgainUntilAttemptsRunOut()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1", """, "maxAttempts": 2""");
        Lease first = Assert.Single(await sweep.GrantAsync(1));
        await sweep.ReportAsync(CoordinatedSweep.Progress(first, 1, 2, best: 0.5));
        await sweep.ReportAsync(CoordinatedSweep.Failed(first));
        StoredRun waiting = Assert.Single(await sweep.Store.ListRunsAsync(sweep.Id));
        Assert.Equal((RunState.Pending, 1, "it threw"), (waiting.State, waiting.FailedAttempts, waiting.Error));
        LeaderboardRow row = Assert.Single(sweep.Coordinator.Leaderboard(null).Rows);
        Assert.Equal((RunState.Pending, 0, null, "it threw"), (row.State, row.Epochs, row.Scores, row.Error));

        Lease second = Assert.Single(await sweep.GrantAsync(1, "b"));
        sweep.Events.Take();
        await sweep.ReportAsync(CoordinatedSweep.Failed(second, reason: "it threw again"), "b");

        StoredRun failed = Assert.Single(await sweep.Store.ListRunsAsync(sweep.Id));
        Assert.Equal((RunState.Failed, 2, "it threw again", 2), (failed.State, failed.FailedAttempts, failed.Error, failed.Attempt));
        Assert.Equal(["failed 1: it threw again", "answered 1 Accepted", "ended 0 1"], sweep.Events.Take());
        Assert.Equal(new SweepCounts(1, 0, 1, 0, 0, 0), sweep.Coordinator.Summary().Counts);
    }

    [Fact]
    public async Task Report_FailedForGood_IsNotTriedAgain()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2");
        Lease lease = Assert.Single(await sweep.GrantAsync(1));

        await sweep.ReportAsync(CoordinatedSweep.Failed(lease, final: true));

        Assert.Equal(new SweepCounts(2, 0, 1, 0, 1, 0), (await sweep.Store.FindSweepAsync(sweep.Id))!.Counts);
        Assert.Equal([2], (await sweep.GrantAsync(9)).Select(granted => granted.Run));
    }

    [Fact]
    public async Task Retry_PutsFailedRunsBackAndOpensTheSweep()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2");
        Lease lease = Assert.Single(await sweep.GrantAsync(1));
        await sweep.ReportAsync(CoordinatedSweep.Failed(lease, final: true));
        await sweep.TrainNextAsync(1);
        Assert.Equal(SweepState.Completed, sweep.Coordinator.Summary().State);
        Assert.False((await sweep.Coordinator.GrantAsync("a", 1)).Open);

        Assert.Equal(1, await sweep.Coordinator.RetryAsync());

        StoredSweep stored = (await sweep.Store.FindSweepAsync(sweep.Id))!;
        Assert.Equal((SweepState.Running, new SweepCounts(2, 1, 0, 0, 1, 0)), (stored.State, stored.Counts));
        Assert.Equal((RunState.Pending, 0), ((await sweep.Store.ListRunsAsync(sweep.Id))[0].State, (await sweep.Store.ListRunsAsync(sweep.Id))[0].FailedAttempts));
        Assert.Equal([(1, 2)], (await sweep.GrantAsync(9)).Select(granted => (granted.Run, granted.Attempt)));
        Assert.Equal(0, await sweep.Coordinator.RetryAsync());
    }

    [Fact]
    public async Task Retry_OfAPausedSweep_LeavesItPaused()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2");
        Lease lease = Assert.Single(await sweep.GrantAsync(1));
        await sweep.ReportAsync(CoordinatedSweep.Failed(lease, final: true));
        await sweep.Coordinator.PauseAsync();

        Assert.Equal(1, await sweep.Coordinator.RetryAsync());

        Assert.Equal(SweepState.Paused, (await sweep.Store.FindSweepAsync(sweep.Id))!.State);
    }

    [Fact]
    public async Task Progress_ShowsWhatTheTrainersTell()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();
        await sweep.TrainNextAsync(0.75);
        ImmutableArray<Lease> leases = await sweep.GrantAsync(2, "b");
        sweep.Time.Advance(TimeSpan.FromSeconds(2));
        await sweep.ReportAsync(CoordinatedSweep.Progress(leases[0], 1, 5, best: 0.5), "b");

        SweepProgress progress = sweep.Coordinator.Progress();

        Assert.Equal((0.5, 2.5), (progress.Done, progress.EpochsPerSecond));
        Assert.Equal([2, 3], progress.Running.Select(row => row.Run));
        LeaderboardRow running = progress.Running[0];
        Assert.Equal((RunState.Running, 5, "b", 5f), (running.State, running.Epochs, running.Trainer, running.LastLosses!["discriminator"][0]));
        Assert.Equal((null, null, null, false), (running.Rank, running.BestEpoch, running.Seconds, running.GeneratorKept));
        Assert.Equal(0.5, running.Scores!.ToScores().Total);
        Assert.Equal((0, null, null), (progress.Running[1].Epochs, progress.Running[1].LastLosses, progress.Running[1].Scores));
        Assert.Equal((1, 1, 0.75), (progress.Best!.Run, progress.Best.Rank, progress.Best.Scores!.ToScores().Total));
        Assert.Equal(0.75, progress.Summary.BestTotal);
        Assert.Equal([1f, 2, 3, 4, 5], (await sweep.Coordinator.ReadRunAsync(2)).Losses["generator"]);
    }

    [Fact]
    public async Task Progress_BeforeAnythingHasCompleted_HasNoBest()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();

        SweepProgress progress = sweep.Coordinator.Progress();

        Assert.Equal((null, null, 0.0, 0), (progress.Best, progress.Summary.BestTotal, progress.Done, progress.Running.Length));
    }

    [Fact]
    public async Task Pause_RunningRunsAreToldAndGivenBack()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();
        Lease lease = Assert.Single(await sweep.GrantAsync(1));
        sweep.Events.Take();

        Assert.Equal(SweepState.Paused, (await sweep.Coordinator.PauseAsync()).State);

        Assert.Equal(SweepState.Paused, (await sweep.Store.FindSweepAsync(sweep.Id))!.State);
        Grants none = await sweep.Coordinator.GrantAsync("b", 1);
        Assert.Equal((0, 1, false), (none.Leases.Length, none.Running, none.Open));
        Assert.Equal(ReportAnswer.Stop, await sweep.ReportAsync(CoordinatedSweep.Progress(lease, 1, 1)));
        Assert.Equal(ReportAnswer.Stop, await sweep.ReportAsync(new CheckpointReport(1, 1, 1, [1], GivesBack: true)));
        Assert.Equal(["paused", "answered 1 Stop", "answered 1 Stop"], sweep.Events.Take());
        Assert.Equal(RunState.Pending, Assert.Single(await sweep.Store.ListRunsAsync(sweep.Id)).State);

        await sweep.Coordinator.PauseAsync();
        Assert.Empty(sweep.Events.Take());
        Assert.True(await sweep.Coordinator.ResumeAsync());
        Assert.False(await sweep.Coordinator.ResumeAsync());
        Assert.Equal(["resumed"], sweep.Events.Take());
        Assert.Equal(SweepState.Running, (await sweep.Store.FindSweepAsync(sweep.Id))!.State);
        Assert.Equal([(1, 2)], (await sweep.GrantAsync(1)).Select(granted => (granted.Run, granted.Attempt)));
    }

    [Fact]
    public async Task Pause_OfRunsThatEndFirst_EndsTheSweep()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1");
        Lease lease = Assert.Single(await sweep.GrantAsync(1));
        await sweep.Coordinator.PauseAsync();

        Assert.Equal(ReportAnswer.Stop, await sweep.ReportAsync(CoordinatedSweep.Completed(lease, 1)));

        Assert.Equal(SweepState.Completed, (await sweep.Store.FindSweepAsync(sweep.Id))!.State);
    }

    [Fact]
    public async Task Cancel_StopsWhatRunsAndKeepsWhatIsDone()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();
        await sweep.TrainNextAsync(1);
        Lease lease = Assert.Single(await sweep.GrantAsync(1));
        sweep.Events.Take();

        SweepSummary summary = await sweep.Coordinator.CancelAsync();

        Assert.Equal((SweepState.Cancelled, new SweepCounts(3, 1, 0, 0, 0, 0)), (summary.State, summary.Counts));
        StoredSweep stored = (await sweep.Store.FindSweepAsync(sweep.Id))!;
        Assert.Equal((SweepState.Cancelled, new SweepCounts(3, 1, 0, 0, 0, 0)), (stored.State, stored.Counts));
        Assert.Equal([RunState.Completed, RunState.Pending], (await sweep.Store.ListRunsAsync(sweep.Id)).Select(run => run.State));
        Assert.Equal([RunState.Completed, RunState.Cancelled], sweep.Coordinator.Leaderboard(null).Rows.Select(row => row.State));
        Assert.Equal(ReportAnswer.Rejected, await sweep.ReportAsync(CoordinatedSweep.Completed(lease, 1)));
        Assert.Empty(await sweep.GrantAsync(1));
        Assert.Equal(["cancelled", "rejected 2/1 of a", "answered 2 Rejected"], sweep.Events.Take());

        await sweep.Coordinator.CancelAsync();
        Assert.Empty(sweep.Events.Take());
    }

    [Fact]
    public async Task Cancel_OfAPausedSweep_CancelsIt()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();
        await sweep.Coordinator.PauseAsync();

        Assert.Equal(SweepState.Cancelled, (await sweep.Coordinator.CancelAsync()).State);
    }

    [Fact]
    public async Task Cancel_OfACompletedSweep_LeavesItCompleted()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1");
        await sweep.TrainNextAsync(1);

        Assert.Equal(SweepState.Completed, (await sweep.Coordinator.CancelAsync()).State);
        Assert.Equal(SweepState.Completed, (await sweep.Coordinator.PauseAsync()).State);
        Assert.False(await sweep.Coordinator.ResumeAsync());
    }
}
