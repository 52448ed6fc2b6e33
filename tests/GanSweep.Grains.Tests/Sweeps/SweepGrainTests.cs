using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Gan.Configurations;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Grains.Tests.Sweeps;

public sealed class SweepGrainTests
{
    [Fact]
    public async Task LeaseAndReport_ByAClient_AreRefused()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        string id = (await cluster.SubmitAsync("1")).GetPrimaryKeyString();
        ISweepGrain sweep = cluster.Grains.GetGrain<ISweepGrain>(id);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => sweep.GrantAsync("a", 1));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => sweep.ReportAsync("a", []));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => sweep.ReadCheckpointAsync(1, 1));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => cluster.Grains.GetGrain<IDispatcherGrain>(0).LeaseAsync(new LeaseRequest("a", 1, null, 1, [])));
    }

    [Fact]
    public async Task Calls_OutOfRange_AreRefusedAndTheSweepGoesOn()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        ISweepGrain sweep = await cluster.SubmitAsync("1");

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => sweep.GetLeaderboardAsync(-1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => sweep.GrantAsync("a", -1));
        await Assert.ThrowsAsync<ArgumentException>(() => sweep.ReportAsync("a", default));
        await Assert.ThrowsAsync<ArgumentException>(() => sweep.ReportAsync("a", [null!]));
        await Assert.ThrowsAsync<InvalidSubmissionException>(
            () => cluster.Grains.GetGrain<ISweepGrain>("x").SubmitAsync(new SweepSubmission(new string(' ', 2_000_000), SmallCluster.DatasetHash)));
        Assert.Equal(1, (await sweep.GetSummaryAsync()).Counts.Total);
    }

    [Fact]
    public async Task Report_UnderAnOldAttempt_IsRejectedAndChangesNothing()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2");
        Lease lease = await LeaseAsync(sweep, "first");
        FailedReport givesUp = new(lease.Run, lease.Attempt, 0, "gave up", Final: false);
        Assert.Equal([ReportAnswer.Accepted], await sweep.ReportAsync("first", [givesUp]));
        Lease again = await LeaseAsync(sweep, "second");
        Assert.Equal((lease.Run, 2), (again.Run, again.Attempt));

        ImmutableArray<ReportAnswer> answers = await sweep.ReportAsync(
            "first",
            [givesUp, new ProgressReport(lease.Run, 1, 9, LossHistory.Empty, null), new CompletedReport(lease.Run, 1, Result(0.1), [1])]);

        Assert.All(answers, answer => Assert.Equal(ReportAnswer.Rejected, answer));
        LeaderboardRow row = (await sweep.GetRunAsync(lease.Run)).Row;
        Assert.Equal((RunState.Running, "second", 2), (row.State, row.Trainer, row.Attempts));
    }

    [Fact]
    public async Task Report_SameCompletionTwice_CountsOnce()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2");
        Lease lease = await LeaseAsync(sweep, "a");
        CompletedReport completed = new(lease.Run, lease.Attempt, Result(0.1), [1]);

        Assert.Equal([ReportAnswer.Accepted], await sweep.ReportAsync("a", [completed]));
        Assert.Equal([ReportAnswer.Rejected], await sweep.ReportAsync("a", [completed]));

        Assert.Equal(1, (await sweep.GetSummaryAsync()).Counts.Completed);
    }

    [Fact]
    public async Task Report_Checkpoint_IsWhatTheNextAttemptGoesOnFrom()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        ISweepGrain sweep = await cluster.SubmitAsync("1");
        Lease lease = await LeaseAsync(sweep, "a");
        await sweep.ReportAsync("a", [new CheckpointReport(1, lease.Attempt, 7, [7, 7], GivesBack: true)]);

        Lease again = await LeaseAsync(sweep, "b");

        Assert.Equal(2, again.Attempt);
        RunCheckpoint checkpoint = Assert.IsType<RunCheckpoint>(await sweep.ReadCheckpointAsync(1, again.Attempt));
        Assert.Equal(7, checkpoint.Epoch);
        Assert.Equal([7, 7], checkpoint.Content);
        Assert.Null(await sweep.ReadCheckpointAsync(1, lease.Attempt));
    }

    [Fact]
    public async Task Grant_AnotherSweepHasTrainedSomeCellsInTheMeantime_CountsThemAndGrantsTheOthers()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2, 3, 4");
        ISweepGrain other = await cluster.SubmitAsync("2, 3");
        await SmallCluster.PreparedAsync(sweep);
        await SmallCluster.PreparedAsync(other);
        ImmutableArray<Lease> trained = (await other.GrantAsync("a", 2)).Leases;
        await other.ReportAsync("a", [.. trained.Select(lease => new CompletedReport(lease.Run, lease.Attempt, Result(0.1), [1]))]);

        Grants grants = await sweep.GrantAsync("b", 4);

        Assert.Equal([1, 4], grants.Leases.Select(lease => lease.Run));
        Assert.Equal(new SweepCounts(4, 2, 0, 2, 0, 2), (await sweep.GetSummaryAsync()).Counts);
        Assert.Equal([true, true], (await sweep.GetLeaderboardAsync(2)).Rows.Select(row => row.GeneratorKept));
    }

    [Fact]
    public async Task GetProgress_WhileRunning_ShowsEpochAndLossesOfEverySlot()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        ISweepGrain sweep = await cluster.SubmitAsync("1");
        Lease lease = await LeaseAsync(sweep, "a");
        LossHistory losses = new(1, [.. GanKeys.Model.Losses.Select((series, i) => new LossValues(series.Name, [(2 * i) + 1, (2 * i) + 2]))]);
        await sweep.ReportAsync("a", [new ProgressReport(1, lease.Attempt, 2, losses, null)]);

        LeaderboardRow running = Assert.Single((await sweep.GetProgressAsync()).Running);

        Assert.Equal((2, "a", 2f, 8f), (running.Epochs, running.Trainer, running.LastLosses!["discriminator"][0], running.LastLosses["generator"][0]));
        Assert.Equal(2, (await sweep.GetRunAsync(1)).Losses.Count);
    }

    private static async Task<Lease> LeaseAsync(ISweepGrain sweep, string trainer)
    {
        await SmallCluster.PreparedAsync(sweep);
        return Assert.Single((await sweep.GrantAsync(trainer, 1)).Leases);
    }

    private static RunResult Result(double gap)
    {
        return new RunResult
        {
            Scores = new Scores { [Score.MeanGap] = gap, [Score.StdGap] = gap, [Score.CorrelationDistance] = gap, [Score.JsEstimate] = gap, [Score.Total] = gap }.ToWire(),
            BestEpoch = 1,
            Epochs = 1,
            Losses = LossHistory.Empty,
            History = [],
            Seconds = 1,
        };
    }
}
