using System.Collections.Immutable;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Gan.Configurations;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;

namespace GanSweep.Grains.Tests.Sweeps;

public sealed class SweepGrainTests
{
    [Fact]
    public async Task Submit_SmallGrid_TrainsEveryRunOnceAndRanksByTotal()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        ISweepGrain sweep = await cluster.SubmitAsync("5, 2, 9, 3");

        SweepProgress ended = await SmallCluster.UntilEndedAsync(sweep);
        Leaderboard leaderboard = await sweep.GetLeaderboardAsync(null);

        Assert.Equal(new SweepCounts(4, 4, 0, 0, 0, 0), ended.Summary.Counts);
        Assert.Equal([2, 4, 1, 3], leaderboard.Rows.Select(row => row.Run));
        Assert.Equal([1, 2, 3, 4], leaderboard.Rows.Select(row => row.Rank!.Value));
        Assert.All(leaderboard.Rows, row => Assert.Equal(1, row.Attempts));
        Assert.Equal(4, cluster.Trainer.Starts.Count);
    }

    [Fact]
    public async Task Submit_WithLimits_ExcludesRunsFromTheRankingWithTheReason()
    {
        SmallCluster cluster = await SmallCluster.StartAsync();
        ISweepGrain sweep = await cluster.SubmitAsync(
            "5, 2, 9, 3", more: """, "keepBest": 1, "ranking": { "limits": { "meanGap": { "min": 2.5, "max": 6 } } }""");
        await SmallCluster.UntilEndedAsync(sweep);

        Leaderboard leaderboard = await sweep.GetLeaderboardAsync(null);

        Assert.Equal([(4, 1), (1, 2), (2, null), (3, null)], leaderboard.Rows.Select(row => (row.Run, row.Rank)));
        Assert.Equal([null, null], leaderboard.Rows.Take(2).Select(row => row.Excluded));
        Assert.Equal("meanGap is 2.01; the sweep's limits allow at least 2.5", leaderboard.Rows[2].Excluded);
        Assert.Equal("meanGap is 9.01; the sweep's limits allow at most 6", leaderboard.Rows[3].Excluded);
        Assert.Equal([true, false, false, false], leaderboard.Rows.Select(row => row.GeneratorKept));
        Assert.Equal([4, 2], (await sweep.GetLeaderboardAsync(1)).Rows.Select(row => row.Run));
        Assert.Equal(4, (await sweep.GetGeneratorAsync(null)).Run);
        Assert.Equal(leaderboard.Rows[0].Scores!.ToScores().Total, (await sweep.GetSummaryAsync()).BestTotal);

        await using SmallCluster next = await cluster.RestartAsync();
        Leaderboard again = await next.Grains.GetGrain<ISweepGrain>(sweep.GetPrimaryKeyString()).GetLeaderboardAsync(null);
        Assert.Equal(leaderboard.Rows.Select(row => (row.Run, row.Rank, row.Excluded)), again.Rows.Select(row => (row.Run, row.Rank, row.Excluded)));
    }

    [Fact]
    public async Task Submit_EveryRunExcluded_CompletesAndSaysWhyThereIsNoGenerator()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        ISweepGrain sweep = await cluster.SubmitAsync("5, 2", more: """, "ranking": { "limits": { "meanGap": { "max": 1 } } }""");

        SweepProgress ended = await SmallCluster.UntilEndedAsync(sweep);

        Assert.Null(ended.Best);
        RunNotFoundException none = await Assert.ThrowsAsync<RunNotFoundException>(() => sweep.GetGeneratorAsync(null));
        Assert.Contains("within the limits of its ranking", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetProvenance_OfAFinishedSweep_TellsWhatWasAskedAndWhoTrained()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2", more: """, "holdout": 0.3""");
        await SmallCluster.UntilEndedAsync(sweep);

        SweepProvenance provenance = await sweep.GetProvenanceAsync();

        Assert.Contains("\"holdout\": 0.3", provenance.Json, StringComparison.Ordinal);
        Assert.Equal((SmallCluster.DatasetHash, 0.3, 2.0), (provenance.DatasetHash, provenance.Holdout, provenance.TrainingSeconds));
        Assert.Single(provenance.Trainers);
        Assert.Equal(provenance.Trainers[0], (await sweep.GetRunAsync(1)).Row.Trainer);
    }

    [Fact]
    public async Task Submit_Twice_IsTheSameSweep()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2");
        await SmallCluster.UntilEndedAsync(sweep);

        await cluster.SubmitAsync("1, 2");

        Assert.Equal(2, cluster.Trainer.Starts.Count);
        Assert.Single(await cluster.Grains.GetGrain<IDispatcherGrain>(0).ListAsync());
    }

    [Fact]
    public async Task Submit_TableNotUploaded_IsRefusedAndLeavesNothing()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        string json = SmallCluster.Json("1");
        ISweepGrain sweep = cluster.Grains.GetGrain<ISweepGrain>(SmallCluster.IdOf(json));

        await Assert.ThrowsAsync<InvalidSubmissionException>(() => sweep.SubmitAsync(new SweepSubmission(json, SmallCluster.DatasetHash)));

        await Assert.ThrowsAsync<SweepNotFoundException>(sweep.GetSummaryAsync);
        Assert.Empty(await cluster.Grains.GetGrain<IDispatcherGrain>(0).ListAsync());
    }

    [Fact]
    public async Task Submit_TextOfAnotherSweep_IsRefused()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        await cluster.UploadTableAsync();
        ISweepGrain sweep = cluster.Grains.GetGrain<ISweepGrain>(SmallCluster.IdOf(SmallCluster.Json("1")));

        await Assert.ThrowsAsync<InvalidSubmissionException>(
            () => sweep.SubmitAsync(new SweepSubmission(SmallCluster.Json("1, 2"), SmallCluster.DatasetHash)));
    }

    [Fact]
    public async Task Submit_GridExtended_TrainsTheNewCellsOnly()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        await SmallCluster.UntilEndedAsync(await cluster.SubmitAsync("1, 2"));

        SweepProgress ended = await SmallCluster.UntilEndedAsync(await cluster.SubmitAsync("1, 2, 3"));

        Assert.Equal((3, 2), (ended.Summary.Counts.Completed, ended.Summary.Counts.Reused));
        Assert.Equal(3, cluster.Trainer.Starts.Count);
    }

    [Fact]
    public async Task Submit_CellWhoseGeneratorWasDropped_TrainsItAgainForTheGenerator()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        await SmallCluster.UntilEndedAsync(await cluster.SubmitAsync("1, 2, 3", """, "keepBest": 1"""));

        ISweepGrain worst = await cluster.SubmitAsync("3");
        await SmallCluster.UntilEndedAsync(worst);

        Assert.Equal(3, Assert.Single((await worst.GetGeneratorAsync(null)).Content));
        Assert.Equal(4, cluster.Trainer.Starts.Count);
    }

    [Fact]
    public async Task Train_RunThrows_IsTriedAsOftenAsAllowedAndTheSweepCompletes()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        ISweepGrain sweep = await cluster.SubmitAsync("1, 13", """, "maxAttempts": 2""");

        SweepProgress ended = await SmallCluster.UntilEndedAsync(sweep);
        LeaderboardRow failed = (await sweep.GetRunAsync(2)).Row;

        Assert.Equal((1, 1), (ended.Summary.Counts.Completed, ended.Summary.Counts.Failed));
        Assert.Equal((RunState.Failed, 2), (failed.State, failed.Attempts));
        Assert.Contains("The thirteenth dimension is closed.", failed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_RunDiverges_FailsAtOnceWithItsEpoch()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        ISweepGrain sweep = await cluster.SubmitAsync("666");

        await SmallCluster.UntilEndedAsync(sweep);
        LeaderboardRow failed = (await sweep.GetRunAsync(1)).Row;

        Assert.Equal(1, failed.Attempts);
        Assert.StartsWith("Diverged in epoch 2: the generator's loss is NaN.", failed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_FailedRun_TriesItAgainUnderTheNextAttempt()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        ISweepGrain sweep = await cluster.SubmitAsync("666, 1");
        await SmallCluster.UntilEndedAsync(sweep);

        Assert.Equal(1, await sweep.RetryAsync());
        await SmallCluster.UntilEndedAsync(sweep);

        Assert.Equal(2, (await sweep.GetRunAsync(1)).Row.Attempts);
        Assert.Equal(3, cluster.Trainer.Starts.Count);
    }

    [Fact]
    public async Task GetGenerator_KeepsTheBestOnly()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 1);
        ISweepGrain sweep = await cluster.SubmitAsync("9, 4, 7, 2", """, "keepBest": 2""");
        await SmallCluster.UntilEndedAsync(sweep);

        Assert.Equal(4, (await sweep.GetGeneratorAsync(null)).Run);
        Assert.Equal(4, Assert.Single((await sweep.GetGeneratorAsync(2)).Content));
        GeneratorNotKeptException refused = await Assert.ThrowsAsync<GeneratorNotKeptException>(() => sweep.GetGeneratorAsync(1));
        Assert.Contains("(now 2, 4)", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RunNotFoundException>(() => sweep.GetGeneratorAsync(5));
    }

    [Fact]
    public async Task Cancel_WhileRunning_StopsTheTrainingAndGrantsNoMore()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        cluster.Trainer.Gate.Reset();
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2, 3, 4");
        await SmallCluster.UntilAsync(sweep, progress => progress.Summary.Counts.Running == 2);

        SweepSummary cancelled = await sweep.CancelAsync();

        Assert.Equal((SweepState.Cancelled, 0, 0), (cancelled.State, cancelled.Counts.Running, cancelled.Counts.Pending));
        Assert.Empty((await cluster.SiloGrains.GetGrain<ISweepGrain>(sweep.GetPrimaryKeyString()).GrantAsync("someone", 4)).Leases);
        Assert.All((await sweep.GetLeaderboardAsync(null)).Rows, row => Assert.Equal(RunState.Cancelled, row.State));
    }

    [Fact]
    public async Task Pause_WhileRunning_GivesRunsBackWithCheckpointsAndResumeGoesOnFromThem()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        cluster.Trainer.Gate.Reset();
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2, 3", epochs: 50);
        await SmallCluster.UntilAsync(sweep, progress => progress.Summary.Counts.Running == 2);

        Assert.Equal(SweepState.Paused, (await sweep.PauseAsync()).State);
        SweepProgress paused = await SmallCluster.UntilAsync(sweep, progress => progress.Summary.Counts.Running == 0);
        cluster.Trainer.Gate.Set();

        Assert.Equal((SweepState.Paused, 3), (paused.Summary.State, paused.Summary.Counts.Pending));
        await cluster.SubmitAsync("1, 2, 3", epochs: 50);
        Assert.Equal(SweepState.Paused, (await sweep.GetSummaryAsync()).State);
        Assert.Equal(SweepState.Running, (await sweep.ResumeAsync()).State);
        Assert.Equal(3, (await SmallCluster.UntilEndedAsync(sweep)).Summary.Counts.Completed);
        Assert.Equal([(1, 2), (2, 2), (3, 1)], cluster.Trainer.Starts.Skip(2).Select(start => (start.Run, start.Attempt)).Order());
    }

    [Fact]
    public async Task Pause_EndedSweep_ChangesNothing()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        ISweepGrain sweep = await cluster.SubmitAsync("1");
        await SmallCluster.UntilEndedAsync(sweep);

        Assert.Equal(SweepState.Completed, (await sweep.PauseAsync()).State);
        Assert.Equal(SweepState.Completed, (await sweep.ResumeAsync()).State);
    }

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
    public async Task Append_CutOffTwiceSentAndTooLong_KeepsWhatIsWhole()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        byte[] content = "a,b\n1,2\n"u8.ToArray();
        IDatasetGrain dataset = cluster.Grains.GetGrain<IDatasetGrain>(DatasetHash.Compute(content));

        Assert.Equal(4, await dataset.AppendAsync(0, content[..4]));
        Assert.Equal(4, await dataset.AppendAsync(0, content[..4]));
        Assert.Equal(4, await dataset.AppendAsync(100, content));
        await Assert.ThrowsAsync<InvalidDatasetException>(() => dataset.AppendAsync(4, new byte[IDatasetGrain.PartLength + 1]));
        await Assert.ThrowsAsync<InvalidDatasetException>(dataset.CommitAsync);
        Assert.Equal(content.Length, await dataset.AppendAsync(0, content));
        await dataset.CommitAsync();
        await dataset.CommitAsync();

        Assert.Equal(content.Length, await dataset.GetLengthAsync());
        await Assert.ThrowsAsync<InvalidDatasetException>(() => cluster.Grains.GetGrain<IDatasetGrain>("x").AppendAsync(0, content));
    }

    [Fact]
    public async Task GetSilos_WhileTraining_TellsWhatTheSlotsAreAt()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        cluster.Trainer.Gate.Reset();
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2, 3");
        await SmallCluster.UntilAsync(sweep, progress => progress.Summary.Counts.Running == 2);
        IDispatcherGrain dispatcher = cluster.Grains.GetGrain<IDispatcherGrain>(0);
        SiloSummary silo;
        do
        {
            silo = Assert.Single(await dispatcher.GetSilosAsync());
        }
        while (silo.Training.Length < 2);

        Assert.Equal((SiloState.Active, 2), (silo.State, silo.Slots));
        Assert.Equal([(1, 1, 3), (2, 1, 3)], silo.Training.Select(slot => (slot.Run, slot.Attempt, slot.Epochs)).Order());
        Assert.Equal(silo.Address, (await sweep.GetRunAsync(1)).Row.Trainer);
    }

    [Fact]
    public async Task Submit_CancelledSweep_GoesOnWithIt()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        cluster.Trainer.Gate.Reset();
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2, 3, 4");
        await SmallCluster.UntilAsync(sweep, progress => progress.Summary.Counts.Running == 2);
        await sweep.CancelAsync();
        cluster.Trainer.Gate.Set();

        await cluster.SubmitAsync("1, 2, 3, 4");

        Assert.Equal(4, (await SmallCluster.UntilEndedAsync(sweep)).Summary.Counts.Completed);
    }

    [Fact]
    public async Task Stop_SiloWhileTraining_GivesRunsBackAndTheNextGoesOnFromTheirCheckpoints()
    {
        SmallCluster cluster = await SmallCluster.StartAsync();
        cluster.Trainer.Gate.Reset();
        string id = (await cluster.SubmitAsync("1, 2, 3", epochs: 50)).GetPrimaryKeyString();
        ISweepGrain sweep = cluster.Grains.GetGrain<ISweepGrain>(id);
        await SmallCluster.UntilAsync(sweep, progress => progress.Summary.Counts.Running == 2);

        await using SmallCluster next = await cluster.RestartAsync();
        sweep = next.Grains.GetGrain<ISweepGrain>(id);
        SweepProgress ended = await SmallCluster.UntilEndedAsync(sweep);

        Assert.Equal(3, ended.Summary.Counts.Completed);
        Assert.Equal([(1, 2), (2, 2), (3, 1)], next.Trainer.Starts.Select(start => (start.Run, start.Attempt)).Order());
        Assert.Equal(50, (await sweep.GetRunAsync(1)).Losses.Count);
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
