using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Tests.Coordination;

public sealed class GeneratorTests
{
    [Fact]
    public async Task Completed_TheGeneratorsOfTheBestAreKept()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2, 3, 4", """, "keepBest": 2""");
        List<Lease> leases = [];
        foreach (double total in (double[])[0.5, 0.8, 0.9, 0.1])
        {
            leases.Add(await sweep.TrainNextAsync(total));
        }

        bool[] kept = await KeptAsync(sweep, leases);
        Assert.Equal([true, false, false, true], kept);
        Assert.Equal([4, 1, 2, 3], sweep.Coordinator.Leaderboard(null).Rows.Select(row => row.Run));
        Assert.Equal([true, true, false, false], sweep.Coordinator.Leaderboard(null).Rows.Select(row => row.GeneratorKept));
        GeneratorFile best = await sweep.Coordinator.ReadGeneratorAsync(null);
        Assert.Equal(4, best.Run);
        Assert.Equal(CoordinatedSweep.Generator(leases[3]), best.Content);
        Assert.Equal(1, (await sweep.Coordinator.ReadGeneratorAsync(1)).Run);
        Assert.Equal(
            $"The generator of run 2 of {sweep.Id} is not kept: only those of the best 2 completed runs are (now 1, 4). Raise keepBest in sweep.json to keep more.",
            (await Assert.ThrowsAsync<GeneratorNotKeptException>(() => sweep.Coordinator.ReadGeneratorAsync(2))).Message);
    }

    [Fact]
    public async Task ReadGenerator_BeforeAnyIsKept_SaysWhyThereIsNone()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2");
        Assert.Equal(
            $"No run of {sweep.Id} has completed yet, so there is no generator. 'gansweep watch {sweep.Id}' shows how far it is.",
            (await Assert.ThrowsAsync<RunNotFoundException>(() => sweep.Coordinator.ReadGeneratorAsync(null))).Message);
        Assert.Contains("(now none)", (await Assert.ThrowsAsync<GeneratorNotKeptException>(() => sweep.Coordinator.ReadGeneratorAsync(1))).Message, StringComparison.Ordinal);
        foreach (Lease lease in await sweep.GrantAsync(2))
        {
            await sweep.ReportAsync(CoordinatedSweep.Failed(lease, final: true));
        }

        Assert.Equal(
            $"No run of {sweep.Id} has completed, so there is no generator. 'gansweep leaderboard {sweep.Id}' shows why they failed.",
            (await Assert.ThrowsAsync<RunNotFoundException>(() => sweep.Coordinator.ReadGeneratorAsync(null))).Message);
    }

    [Fact]
    public async Task ReadGenerator_WhereTheLimitsExcludeAll_SaysSo()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1", """, "ranking": { "limits": { "meanGap": { "max": 0.5 } } }""");
        await sweep.TrainNextAsync(0.75);

        Assert.Equal(
            $"No completed run of {sweep.Id} is within the limits of its ranking. 'gansweep leaderboard {sweep.Id}' shows what excludes them.",
            (await Assert.ThrowsAsync<RunNotFoundException>(() => sweep.Coordinator.ReadGeneratorAsync(null))).Message);
        LeaderboardRow row = Assert.Single(sweep.Coordinator.Leaderboard(null).Rows);
        Assert.Equal((null, "meanGap is 0.75; the sweep's limits allow at most 0.5", false), (row.Rank, row.Excluded, row.GeneratorKept));
        Assert.Null(sweep.Coordinator.Summary().BestTotal);
        Assert.Equal(SweepState.Completed, sweep.Coordinator.Summary().State);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task ReadRun_ThatTheSweepDoesNotHave_SaysWhichThereAre(int run)
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();

        Assert.Equal(
            $"Sweep {sweep.Id} has no run {run}; its runs are 1 to 3.",
            (await Assert.ThrowsAsync<RunNotFoundException>(() => sweep.Coordinator.ReadRunAsync(run))).Message);
    }

    [Fact]
    public async Task ReadRun_InEveryState_HasWhatThereIs()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();
        await sweep.TrainNextAsync(0.75);

        RunDetails completed = await sweep.Coordinator.ReadRunAsync(1);
        RunDetails waiting = await sweep.Coordinator.ReadRunAsync(3);

        Assert.Equal((1, RunState.Completed, 0.5f), (completed.Row.Rank, completed.Row.State, Assert.Single(completed.Losses["discriminator"])));
        Assert.Equal(1, completed.Yardsticks!.SecondSample.ToScores().Total);
        Assert.Equal((null, RunState.Pending, 0, 0), (waiting.Row.Rank, waiting.Row.State, waiting.Losses.Count, waiting.Row.Attempts));
        Assert.Equal(64, waiting.Row.Key.Length);
        Assert.NotNull(waiting.Yardsticks);
    }

    [Fact]
    public async Task Submit_OverCellsThatTheStoreKnows_CountsThemAndEnds()
    {
        CoordinatedSweep first = await CoordinatedSweep.SubmittedAsync("1, 2, 3");
        for (int run = 1; run <= 3; run++)
        {
            await first.TrainNextAsync(run / 4.0);
        }

        CoordinatedSweep second = await CoordinatedSweep.NewAsync("3, 2", store: first.Store);
        await second.SubmitAsync();
        await second.Coordinator.SetYardsticksAsync(CoordinatedSweep.Yardsticks);

        Assert.Equal(["submitted 2", "forgotten 0", "reused 2", "ended 2 0"], second.Events.Take());
        Assert.Equal(new SweepCounts(2, 2, 0, 0, 0, 2), second.Coordinator.Summary().Counts);
        Assert.Equal([(2, 0.5), (1, 0.75)], second.Coordinator.Leaderboard(null).Rows.Select(row => (row.Run, row.Scores!.ToScores().Total)));
        Assert.All(second.Coordinator.Leaderboard(null).Rows, row => Assert.Equal((true, true, null, 0), (row.Reused, row.GeneratorKept, row.Trainer, row.Attempts)));
    }

    [Theory]
    [InlineData("", 21)]
    [InlineData(""", "holdout": 0.25""", 20)]
    [InlineData(""", "seed": 2""", 20)]
    public async Task Submit_OverCellsThatAreScoredOtherwise_TrainsThem(string other, int evaluationRows)
    {
        CoordinatedSweep first = await CoordinatedSweep.SubmittedAsync("1");
        await first.TrainNextAsync(0.5);

        CoordinatedSweep second = await CoordinatedSweep.SubmittedAsync("1", other, first.Store, evaluationRows);

        Assert.Equal(0, second.Coordinator.Summary().Counts.Completed);
        Assert.Single(await second.GrantAsync(1));
    }

    [Fact]
    public async Task Reuse_OfABestRunWhoseGeneratorIsLost_TrainsItAgainFirst()
    {
        CoordinatedSweep first = await CoordinatedSweep.SubmittedAsync("1, 2", """, "keepBest": 1""");
        Lease worse = await first.TrainNextAsync(0.5);
        await first.TrainNextAsync(0.25);
        Assert.Null(await first.Store.ReadGeneratorAsync(worse.RunKey));

        // Now the one that was worse is the best.
        CoordinatedSweep second = await CoordinatedSweep.NewAsync("1", store: first.Store);
        await second.SubmitAsync();
        await second.Coordinator.SetYardsticksAsync(CoordinatedSweep.Yardsticks);

        Assert.Equal(["submitted 1", "forgotten 0", "reused 1", "missing 1"], second.Events.Take());
        Assert.Equal(new SweepCounts(1, 0, 0, 0, 1, 0), second.Coordinator.Summary().Counts);
        Lease again = Assert.Single(await second.GrantAsync(1));
        Assert.Equal((worse.RunKey, 1), (again.RunKey, again.Attempt));
        second.Events.Take();
        await second.ReportAsync(CoordinatedSweep.Completed(again, 0.5));
        Assert.Equal(["completed 1 with 0.5", "answered 1 Accepted", "ended 1 0"], second.Events.Take());
        Assert.Equal(CoordinatedSweep.Generator(again), (await second.Coordinator.ReadGeneratorAsync(null)).Content);
    }

    [Fact]
    public async Task Reuse_OfARunThatIsTrainedForItsGeneratorElsewhere_EndsWithThatGenerator()
    {
        CoordinatedSweep first = await CoordinatedSweep.SubmittedAsync("1, 2", """, "keepBest": 1""");
        await first.TrainNextAsync(0.5);
        await first.TrainNextAsync(0.25);
        CoordinatedSweep second = await CoordinatedSweep.SubmittedAsync("1", store: first.Store);
        CoordinatedSweep third = await CoordinatedSweep.SubmittedAsync("1", """, "keepBest": 2""", first.Store);
        await second.TrainNextAsync(0.5);
        third.Events.Take();

        Assert.Empty(await third.GrantAsync(1));

        Assert.Equal(["granted  to a", "ended 1 0"], third.Events.Take());
        Assert.Equal(1, (await third.Coordinator.ReadGeneratorAsync(null)).Run);
    }

    [Fact]
    public async Task Failed_OfABestRunThatIsTrainedForItsGenerator_LeavesTheRanking()
    {
        CoordinatedSweep first = await CoordinatedSweep.SubmittedAsync("1, 2", """, "keepBest": 1""");
        await first.TrainNextAsync(0.5);
        await first.TrainNextAsync(0.25);
        CoordinatedSweep second = await CoordinatedSweep.SubmittedAsync("1", store: first.Store);
        Lease lease = Assert.Single(await second.GrantAsync(1));

        await second.ReportAsync(CoordinatedSweep.Failed(lease, final: true));

        Assert.Equal(new SweepCounts(1, 0, 1, 0, 0, 0), second.Coordinator.Summary().Counts);
        Assert.Equal((RunState.Failed, null), Assert.Single(second.Coordinator.Leaderboard(null).Rows) is var row ? (row.State, row.Rank) : default);
        Assert.Equal(SweepState.Completed, second.Coordinator.Summary().State);
    }

    [Fact]
    public Task KeepBest_ARunThatEndsWhileTheStoreIsAsked_IsKeptToo()
    {
        return Interleaved.RunAsync(async () =>
        {
            CoordinatedSweep other = await CoordinatedSweep.SubmittedAsync("1");
            CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("9, 1, 8", """, "keepBest": 2""", other.Store);
            Lease running = Assert.Single(await sweep.GrantAsync(1));
            await other.TrainNextAsync(0.5);
            TaskCompletionSource asked = new();
            TaskCompletionSource answer = new();
            sweep.Store.Disk = async write =>
            {
                if (write == nameof(ISweepStore.KeepGeneratorsAsync) && asked.TrySetResult())
                {
                    await answer.Task;
                }
            };

            // The next cell is found, and while the store is asked for its generator, the run before it completes.
            Task<ImmutableArray<Lease>> granting = sweep.GrantAsync(1, "b");
            await asked.Task;
            Assert.Equal(ReportAnswer.Accepted, await sweep.ReportAsync(CoordinatedSweep.Completed(running, 0.25)));
            answer.SetResult();

            Lease last = Assert.Single(await granting);
            Assert.Equal([true, true, false], sweep.Coordinator.Leaderboard(null).Rows.Select(row => row.GeneratorKept));
            Assert.Equal(1, (await sweep.Coordinator.ReadGeneratorAsync(null)).Run);
            Assert.Equal(ReportAnswer.Accepted, await sweep.ReportAsync(CoordinatedSweep.Completed(last, 0.75)));
            Assert.Equal("ended 3 0", sweep.Events.Take()[^1]);
        });
    }

    [Fact]
    public async Task Provenance_SaysWhoComputedWhat()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync(more: """, "holdout": 0.25""");
        Assert.Equal(CoordinatedSweep.Engine, sweep.Coordinator.Provenance().EngineVersion);
        await sweep.TrainNextAsync(1, "b");
        await sweep.TrainNextAsync(1);
        await sweep.TrainNextAsync(1);

        SweepProvenance provenance = sweep.Coordinator.Provenance();

        Assert.Equal((sweep.Id, sweep.Json, CoordinatedSweep.DatasetHash), (provenance.SweepId, provenance.Json, provenance.DatasetHash));
        Assert.Equal((20, 0.25, CoordinatedSweep.Engine, 6.0), (provenance.EvaluationRows, provenance.Holdout, provenance.EngineVersion, provenance.TrainingSeconds));
        Assert.Equal(["a", "b"], provenance.Trainers);
        Assert.Equal(sweep.Time.GetUtcNow(), provenance.SubmittedAt);
    }

    [Fact]
    public async Task Leaderboard_OfTheTop_LeavesOutTheRest()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2, 3, 4", """, "replicates": 2""");
        await sweep.TrainNextAsync(0.5);
        await sweep.TrainNextAsync(0.25);
        await sweep.GrantAsync(1);

        Leaderboard all = sweep.Coordinator.Leaderboard(null);
        Leaderboard top = sweep.Coordinator.Leaderboard(1);

        Assert.Equal([2, 1, 3], all.Rows.Select(row => row.Run));
        Assert.Equal([1, 2, null], all.Rows.Select(row => row.Rank));
        Assert.Equal(2, Assert.Single(top.Rows).Run);
        Assert.Equal(["latentDim", "seed"], all.VaryingKeys);
        Assert.Equal((sweep.Id, 8), (all.Summary.SweepId, all.Summary.Counts.Total));
        Assert.StartsWith("The table has 4 rows.", Assert.Single(all.Notes), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => sweep.Coordinator.Leaderboard(0));
    }

    private static async Task<bool[]> KeptAsync(CoordinatedSweep sweep, IEnumerable<Lease> leases)
    {
        List<bool> kept = [];
        foreach (Lease lease in leases)
        {
            kept.Add(await sweep.Store.ReadGeneratorAsync(lease.RunKey) is not null);
        }

        return [.. kept];
    }
}
