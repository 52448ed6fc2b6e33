using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Grains.Tests.Sweeps;

/// <summary>A sweep from its submission to its generators, in a cluster that trains.</summary>
public sealed class SweepGrainSubmitTests
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
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2", more: """, "holdout": 0.3, "target": "b" """);
        await SmallCluster.UntilEndedAsync(sweep);

        SweepProvenance provenance = await sweep.GetProvenanceAsync();

        Assert.Contains("\"holdout\": 0.3", provenance.Json, StringComparison.Ordinal);
        Assert.Equal((SmallCluster.DatasetHash, 0.3, 2.0), (provenance.DatasetHash, provenance.Holdout, provenance.TrainingSeconds));
        Assert.Equal("b", provenance.Target);
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
}
