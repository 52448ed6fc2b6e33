using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Tests.Coordination;
using GanSweep.Sweeps.Views;

namespace GanSweep.Sweeps.Tests.Views;

public sealed class StoredSweepViewTests
{
    [Fact]
    public async Task Open_ASweepThatNobodyCoordinates_IsShownAtRest()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2, 3, 4", """, "keepBest": 1""");
        await sweep.TrainNextAsync(0.5);
        await sweep.TrainNextAsync(0.25);
        await sweep.GrantAsync(1);
        Leaderboard coordinated = sweep.Coordinator.Leaderboard(null);

        StoredSweepView view = await OpenAsync(sweep);

        Leaderboard stored = view.Leaderboard(null);
        Assert.Equal(new SweepCounts(4, 2, 0, 0, 2, 0), stored.Summary.Counts);
        Assert.Equal(coordinated.Rows.Select(row => (row.Run, row.Rank, row.Key, row.GeneratorKept)), stored.Rows.Select(row => (row.Run, row.Rank, row.Key, row.GeneratorKept)));
        Assert.Equal([true, false, false], stored.Rows.Select(row => row.GeneratorKept));
        Assert.Equal(2, Assert.Single(view.Leaderboard(1).Rows).Run);
        Assert.Throws<ArgumentOutOfRangeException>(() => view.Leaderboard(0));
        Assert.Equal((sweep.Id, 20, "a"), (view.Provenance().SweepId, view.Provenance().EvaluationRows, Assert.Single(view.Provenance().Trainers)));
        Assert.Equal(1, (await view.ReadRunAsync(1)).Losses.Count);
        Assert.Equal(2, (await view.ReadGeneratorAsync(null)).Run);
        Assert.Contains("(now 2)", (await Assert.ThrowsAsync<GeneratorNotKeptException>(() => view.ReadGeneratorAsync(1))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_RunsThatShareATraining_StandTogetherAsTheyDoWhileItIsCoordinated(bool withTableSize)
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2", space: """, "batchSize": [100, 50]""");
        await sweep.TrainNextAsync(0.5);
        await sweep.TrainNextAsync(0.25);
        await sweep.GrantAsync(1);
        StoredSweep stored = (await sweep.Store.FindSweepAsync(sweep.Id))!;
        Assert.Equal(4, stored.TableSize?.Rows);
        await sweep.Store.SaveSweepAsync(withTableSize ? stored : stored with { TableSize = null });

        Leaderboard board = (await OpenAsync(sweep)).Leaderboard(null);

        Assert.Equal(
            [(1, 3, null, true), (1, 4, 3, true), (2, 1, null, true), (2, 2, (int?)1, true)],
            board.Rows.Select(row => (row.Rank!.Value, row.Run, row.SameAs, row.GeneratorKept)));
        Assert.Equal(2, board.Shared);
    }

    // A sweep that was stopped in the middle of a run, as SIGTERM does.
    [Fact]
    public async Task Open_ARunThatWasStopped_WaitsOnNobodyFromItsCheckpoint()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2, 3, 4");
        await sweep.GrantAsync(1);
        StoredRun stopped = Assert.Single(await sweep.Store.ListRunsAsync(sweep.Id));
        await sweep.Store.SaveCheckpointAsync(stopped.RunKey, 37, [1, 2, 3]);

        StoredSweepView view = await OpenAsync(sweep);

        Assert.Equal(SweepState.Waiting, view.Leaderboard(null).Summary.State);
        Assert.Equal(SweepState.Waiting, (await sweep.Store.FindSweepAsync(sweep.Id))!.SummaryAtRest().State);
        LeaderboardRow row = (await view.ReadRunAsync(1)).Row;
        Assert.Equal((RunState.Pending, null, 37, 1), (row.State, row.Trainer, row.Epochs, row.Attempts));
        Assert.Equal(RunState.Pending, Assert.Single(view.Leaderboard(null).Rows).State);
    }

    [Fact]
    public async Task Open_LookingChangesNothing()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();
        await sweep.GrantAsync(1);
        StoredRun before = Assert.Single(await sweep.Store.ListRunsAsync(sweep.Id));
        sweep.Store.Disk = write => throw new InvalidOperationException(write);

        (await OpenAsync(sweep)).Leaderboard(null);

        Assert.Equal(before, Assert.Single(await sweep.Store.ListRunsAsync(sweep.Id)));
    }

    [Fact]
    public async Task Open_ASweepThatThereIsNot_SaysSo()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.NewAsync();

        Assert.Equal(
            $"There is no sweep {sweep.Id}. 'gansweep list' shows the sweeps there are.",
            (await Assert.ThrowsAsync<SweepNotFoundException>(() => OpenAsync(sweep))).Message);
    }

    [Fact]
    public async Task Open_ASweepThatLeavesTheRowsToTheTable_ScoresAsManyAsItsCoordinator()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync(evaluationRows: null);

        Assert.Equal(sweep.Coordinator.Provenance().EvaluationRows, (await OpenAsync(sweep)).Provenance().EvaluationRows);
    }

    [Fact]
    public async Task SummaryAtRest_RunsThatWereLeased_AreWaiting()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2, 3, 4");
        await sweep.TrainNextAsync(0.5);
        await sweep.GrantAsync(2);
        await sweep.Coordinator.PauseAsync();
        StoredSweep stored = (await sweep.Store.FindSweepAsync(sweep.Id))!;

        Assert.Equal(new SweepCounts(4, 1, 0, 2, 1, 0), stored.Summary().Counts);
        SweepSummary atRest = stored.SummaryAtRest();
        Assert.Equal((sweep.Id, SweepState.Paused, new SweepCounts(4, 1, 0, 0, 3, 0)), (atRest.SweepId, atRest.State, atRest.Counts));
        Assert.Equal((0.5, stored.SubmittedAt), (atRest.BestTotal, atRest.SubmittedAt));
    }

    private static Task<StoredSweepView> OpenAsync(CoordinatedSweep sweep)
    {
        return StoredSweepView.OpenAsync(sweep.Store, sweep.Id, TestModels.Catalog, _ => CoordinatedSweep.Engine);
    }
}
