using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Testing.Stores;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Tests.Coordination;

/// <summary>Runs that differ in values without effect alone: two batch sizes beyond the four rows of the table, for each latentDim.</summary>
public sealed class SharedTrainingTests
{
    private const string BatchSizes = """, "batchSize": [100, 2, 50]""";

    [Fact]
    public async Task Runs_OfOneTraining_AreTrainedOnceAndRankedTogether()
    {
        CoordinatedSweep sweep = await SubmittedAsync("1, 2");

        await sweep.TrainNextAsync(0.5);
        ImmutableArray<Lease> rest = await sweep.GrantAsync(9);
        Assert.Equal([2, 4, 5], rest.Select(lease => lease.Run));
        foreach (Lease lease in rest)
        {
            await sweep.ReportAsync(CoordinatedSweep.Completed(lease, lease.Run / 10.0));
        }

        Assert.Empty(await sweep.GrantAsync(9));

        Leaderboard board = sweep.Coordinator.Leaderboard(null);
        Assert.Equal((SweepState.Completed, new SweepCounts(6, 6, 0, 0, 0, 2)), (board.Summary.State, board.Summary.Counts));
        Assert.Equal([(1, 2), (2, 4), (2, 6), (3, 1), (3, 3), (4, 5)], board.Rows.Select(row => (row.Rank!.Value, row.Run)));
        Assert.Equal([null, null, 4, null, 1, null], board.Rows.Select(row => row.SameAs));
        Assert.Equal([100, 50], board.Rows.Where(row => row.Rank == 2).Select(row => TestModels.Typed(row.Configuration).BatchSize));
        Assert.Single(board.Rows.Where(row => row.Rank == 3).Select(row => row.Scores!.ToScores()[Score.Total]).Distinct());
        Assert.Equal((2, 4), (board.Shared, board.Trainings.Count()));
        Assert.Equal([2, 4], sweep.Coordinator.Leaderboard(2).Rows.Select(row => row.Run));
        Assert.Contains("shared 1", sweep.Events.Take());
        Assert.Equal((3, 1), ((await sweep.Coordinator.ReadRunAsync(3)).Row.Rank, (await sweep.Coordinator.ReadRunAsync(3)).Row.SameAs));
        Assert.Equal(8, sweep.Coordinator.Provenance().TrainingSeconds);
    }

    // What it amounts to: whichever run of a training comes first, the bits of its generator's file are the same.
    [Fact]
    public async Task Leases_OfRunsWithValuesWithoutEffect_AreOfWhatTheyAmountTo()
    {
        CoordinatedSweep sweep = await SubmittedAsync("1");

        ImmutableArray<Lease> leases = await sweep.GrantAsync(2);

        Assert.Equal([4, 2], leases.Select(lease => TestModels.Typed(lease.Spec.Configuration).BatchSize));
        CoordinatedSweep byDefault = await CoordinatedSweep.SubmittedAsync("1");
        Assert.Equal(Assert.Single(await byDefault.GrantAsync(1)).RunKey, leases[0].RunKey);
    }

    [Fact]
    public async Task Generators_OfOneTraining_AreKeptOnceForAllItsRuns()
    {
        CoordinatedSweep sweep = await SubmittedAsync("1, 2", """, "keepBest": 2""");
        await sweep.TrainNextAsync(0.1);
        await sweep.TrainNextAsync(0.3);
        await sweep.TrainNextAsync(0.2);
        await sweep.TrainNextAsync(0.4);
        await sweep.GrantAsync(1);

        Assert.Equal(
            [(1, true), (3, true), (4, true), (6, true), (2, false), (5, false)],
            sweep.Coordinator.Leaderboard(null).Rows.Select(row => (row.Run, row.GeneratorKept)));
        Assert.Equal((await sweep.Coordinator.ReadGeneratorAsync(1)).Content, (await sweep.Coordinator.ReadGeneratorAsync(3)).Content);
    }

    [Fact]
    public async Task Runs_OfATrainingThatHasFailed_FailWithItAndAreTriedAgainWithIt()
    {
        CoordinatedSweep sweep = await SubmittedAsync("1");
        await sweep.ReportAsync(CoordinatedSweep.Failed(Assert.Single(await sweep.GrantAsync(1)), final: true));
        await sweep.TrainNextAsync(0.5);
        await sweep.GrantAsync(1);

        Assert.Equal((SweepState.Completed, new SweepCounts(3, 1, 2, 0, 0, 0)), (sweep.Coordinator.Summary().State, sweep.Coordinator.Summary().Counts));
        Assert.Equal([null, "it threw", "it threw"], sweep.Coordinator.Leaderboard(null).Rows.Select(row => row.Error));

        Assert.Equal(2, await sweep.Coordinator.RetryAsync());
        await sweep.TrainNextAsync(0.25);
        Assert.Empty(await sweep.GrantAsync(1));
        Assert.Equal([1, 3, 2], sweep.Coordinator.Leaderboard(null).Rows.Select(row => row.Run));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Runs_WhoseTrainingIsKnown_AreAllFound(bool byRestart)
    {
        MemorySweepStore store = new();
        CoordinatedSweep earlier = await CoordinatedSweep.SubmittedAsync("1", store: store);
        await earlier.TrainNextAsync(0.5);

        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1", store: store, space: """, "batchSize": [100, 50, 30]""");
        if (byRestart)
        {
            await sweep.RestartAsync();
        }

        Assert.Empty(await sweep.GrantAsync(1));
        Assert.Equal((SweepState.Completed, new SweepCounts(3, 3, 0, 0, 0, 3)), (sweep.Coordinator.Summary().State, sweep.Coordinator.Summary().Counts));
    }

    [Fact]
    public async Task Runs_OfOneTraining_AreExcludedTogether()
    {
        CoordinatedSweep sweep = await SubmittedAsync("1", """, "ranking": { "limits": { "meanGap": { "max": 0.3 } } }""");
        await sweep.TrainNextAsync(0.5);
        await sweep.TrainNextAsync(0.2);
        await sweep.GrantAsync(1);

        LeaderboardRow[] rows = [.. sweep.Coordinator.Leaderboard(null).Rows];
        Assert.Equal([(2, true), (1, false), (3, false)], rows.Select(row => (row.Run, row.Rank is not null)));
        Assert.Equal([true, false, false], rows.Select(row => row.Excluded is null));
    }

    private static Task<CoordinatedSweep> SubmittedAsync(string latentDims, string more = "")
    {
        return CoordinatedSweep.SubmittedAsync(latentDims, more, space: BatchSizes);
    }
}
