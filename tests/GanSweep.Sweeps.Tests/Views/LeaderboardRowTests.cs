using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Tests.Coordination;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Tests.Views;

public sealed class LeaderboardRowTests
{
    [Fact]
    public async Task Rows_OfRunsInEveryState_TellWhatIsKnownOfEach()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2, 3, 4, 5", """, "maxAttempts": 1""");
        Lease done = await sweep.TrainNextAsync(0.5);
        ImmutableArray<Lease> leases = await sweep.GrantAsync(3, "b");
        await sweep.ReportAsync(CoordinatedSweep.Failed(leases[2]), "b");
        await sweep.ReportAsync(CoordinatedSweep.Progress(leases[1], 1, 6, best: 0.25), "b");

        LeaderboardRow[] rows = [.. sweep.Coordinator.Leaderboard(null).Rows];

        Assert.Equal([(1, 1), (2, null), (3, null), (4, (int?)null)], rows.Select(row => (row.Run, row.Rank)));
        Assert.Equal([RunState.Completed, RunState.Running, RunState.Running, RunState.Failed], rows.Select(row => row.State));
        Assert.Equal([10, 0, 6, 0], rows.Select(row => row.Epochs));
        Assert.Equal([4, null, null, (int?)null], rows.Select(row => row.BestEpoch));
        Assert.Equal([2, null, null, (double?)null], rows.Select(row => row.Seconds));
        Assert.Equal([0.5, null, 0.25, (double?)null], rows.Select(row => row.Scores?.ToScores().Total));
        Assert.Equal(["a", "b", "b", "b"], rows.Select(row => row.Trainer));
        Assert.Equal([true, true, false, true], rows.Select(row => row.LastLosses is null));
        Assert.Equal([true, true, true, false], rows.Select(row => row.Error is null));
        Assert.All(rows, row => Assert.Null(row.Excluded));
        Assert.Equal(done.RunKey, rows[0].Key);
        Assert.Equal([1, 2, 3, 4], rows.Select(row => row.Attempts * row.Run));
    }

    [Fact]
    public async Task Rows_MadeInParts_AreThoseOfTheBeginning()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync(string.Join(", ", Enumerable.Range(1, 1_020)));
        await sweep.TrainNextAsync(0.5);
        ImmutableArray<Lease> leases = await sweep.GrantAsync(1_010);
        (int, int?, RunState)[] before = Told(sweep.Coordinator.Leaderboard(null));
        int rests = 0;

        Leaderboard board = await sweep.Coordinator.LeaderboardAsync(null, () => sweep.ReportAsync(CoordinatedSweep.Completed(leases[^++rests], 0.25)));

        Assert.Equal(2, rests);
        Assert.Equal(before, Told(board));
        Assert.Equal(1, board.Summary.Counts.Completed);
        Assert.Equal(3, sweep.Coordinator.Leaderboard(null).Rows.Count(row => row.Rank is not null));
        Assert.Equal(Told(sweep.Coordinator.Leaderboard(2)), Told(await sweep.Coordinator.LeaderboardAsync(2, () => throw new InvalidOperationException())));

        static (int Run, int? Rank, RunState State)[] Told(Leaderboard board)
        {
            return [.. board.Rows.Select(row => (row.Run, row.Rank, row.State))];
        }
    }

    [Fact]
    public async Task Rows_OfRunsOnTheirWay_AreNotExcludedByLimitsYet()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1", """, "ranking": { "limits": { "meanGap": { "max": 0.5 } } }""");
        Lease lease = Assert.Single(await sweep.GrantAsync(1));
        await sweep.ReportAsync(CoordinatedSweep.Progress(lease, 1, 6, best: 0.75));

        Assert.Null(Assert.Single(sweep.Coordinator.Leaderboard(null).Rows).Excluded);
        await sweep.ReportAsync(CoordinatedSweep.Completed(lease, 0.75));
        Assert.NotNull(Assert.Single(sweep.Coordinator.Leaderboard(null).Rows).Excluded);
    }
}
