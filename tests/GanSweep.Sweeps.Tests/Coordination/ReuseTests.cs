using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Testing.Stores;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Tests.Coordination;

/// <summary>Results that another sweep of the store has come to in the meantime.</summary>
public sealed class ReuseTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Results_OfAnotherSweep_AreFoundWhenTheSweepIsTakenUpAgain(bool byRestart)
    {
        (CoordinatedSweep sweep, MemorySweepStore store) = await SubmittedAsync();
        await sweep.Coordinator.PauseAsync();
        await TrainElsewhereAsync(store);
        if (byRestart)
        {
            await sweep.RestartAsync();
        }

        Assert.Equal(new SweepCounts(2, 0, 0, 0, 2, 0), sweep.Coordinator.Summary().Counts);

        await sweep.Coordinator.ResumeAsync();

        Assert.Equal(new SweepCounts(2, 1, 0, 0, 1, 1), sweep.Coordinator.Summary().Counts);
        LeaderboardRow row = Assert.Single(sweep.Coordinator.Leaderboard(null).Rows);
        Assert.Equal((2, true, 0.25), (row.Run, row.Reused, row.Scores!.ToScores().Total));
        Assert.Equal(1, Assert.Single(await sweep.GrantAsync(2)).Run);
    }

    [Fact]
    public async Task Results_BeforeThereAreYardsticks_AreNotYetRanked()
    {
        MemorySweepStore store = new();
        CoordinatedSweep sweep = await CoordinatedSweep.NewAsync("1, 2", store: store);
        await sweep.SubmitAsync();
        await TrainElsewhereAsync(store);

        await sweep.RestartAsync();
        Assert.Equal(0, sweep.Coordinator.Summary().Counts.Completed);
        Assert.Empty(sweep.Coordinator.Leaderboard(null).Rows);

        await sweep.Coordinator.SetYardsticksAsync(CoordinatedSweep.Yardsticks);
        Assert.Equal(1, sweep.Coordinator.Summary().Counts.Completed);
        Assert.Equal(0.25, sweep.Coordinator.Summary().BestTotal);
    }

    [Fact]
    public async Task Results_OfARunThatHasItsOwn_AreLeft()
    {
        MemorySweepStore store = new();
        (CoordinatedSweep sweep, _) = await SubmittedAsync(store);
        await sweep.TrainNextAsync(0.5);
        await sweep.TrainNextAsync(0.75);
        RunState[] before = [.. sweep.Coordinator.Leaderboard(null).Rows.Select(row => row.State)];

        await sweep.RestartAsync();

        Assert.DoesNotContain(sweep.Events.Take(), note => note.StartsWith("reused", StringComparison.Ordinal));
        Assert.Equal(before, sweep.Coordinator.Leaderboard(null).Rows.Select(row => row.State));
        Assert.Equal(0, sweep.Coordinator.Summary().Counts.Reused);
    }

    private static async Task<(CoordinatedSweep Sweep, MemorySweepStore Store)> SubmittedAsync(MemorySweepStore? store = null)
    {
        store ??= new MemorySweepStore();
        return (await CoordinatedSweep.SubmittedAsync("1, 2", """, "keepBest": 1""", store), store);
    }

    // Run 2 of the sweep is run 1 of this one.
    private static async Task TrainElsewhereAsync(MemorySweepStore store)
    {
        CoordinatedSweep other = await CoordinatedSweep.SubmittedAsync("2", """, "keepBest": 1""", store);
        await other.TrainNextAsync(0.25);
    }
}
