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
