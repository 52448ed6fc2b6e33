using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Tests.Coordination;

namespace GanSweep.Sweeps.Tests.Views;

/// <summary>A search of four configurations, of which the better half race and the best is confirmed: eight runs at most.</summary>
public sealed class SearchProgressTests
{
    private const string Search = """
        , "strategy": { "kind": "sobol", "configurations": 4, "cohort": 2 }, "racing": { "seeds": [1, 2], "keep": 0.5 }, "confirm": { "top": 1, "seeds": 2 }
        """;

    // Of the first four the second is better than the first, and the third than all.
    private static readonly double[] Totals = [0.5, 0.4, 0.3, 0.6, 0.44, 0.38, 0.5, 0.7];

    [Fact]
    public async Task Progress_RunsThatHangOnThoseInTraining_AreWaitedFor()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2, 3, 4, 5, 6, 7, 8", Search);

        var leases = await sweep.GrantAsync(10);

        Assert.Equal(4, leases.Length);
        Assert.Equal(new SearchProgress(4, HasEnded: false, Waits: true), sweep.Coordinator.Progress().Search);
        Assert.Equal(8, sweep.Coordinator.Progress().Summary.Counts.Total);

        await sweep.ReportAsync(CoordinatedSweep.Completed(leases[0], Totals[0]));
        await sweep.ReportAsync(CoordinatedSweep.Completed(leases[1], Totals[1]));
        Assert.Equal(5, Assert.Single(await sweep.GrantAsync(10)).Run);
        Assert.Equal(new SearchProgress(5, HasEnded: false, Waits: true), sweep.Coordinator.Progress().Search);
    }

    [Fact]
    public async Task Progress_SearchThatHasDecidedAll_KnowsHowManyRunsItHas()
    {
        CoordinatedSweep sweep = await TrainedAsync(6, """, "strategy": { "kind": "sobol", "configurations": 4, "cohort": 2 }, "racing": { "seeds": [1, 2], "keep": 0.5 }""");

        SweepProgress progress = sweep.Coordinator.Progress();

        Assert.Equal(new SearchProgress(6, HasEnded: true, Waits: false), progress.Search);
        Assert.Equal((SweepState.Completed, 1d), (progress.Summary.State, progress.Done));
    }

    [Fact]
    public async Task Progress_SearchThatStopsEarlier_HasDoneAllThatItDecided()
    {
        CoordinatedSweep sweep = await TrainedAsync(5, """, "strategy": { "kind": "sobol", "configurations": 8, "cohort": 2 }, "stop": { "total": 0.5 }, "confirm": { "top": 1, "seeds": 2 }""");
        Assert.Equal(new SearchProgress(6, HasEnded: true, Waits: false), sweep.Coordinator.Progress().Search);
        Assert.Equal(5.0 / 6, sweep.Coordinator.Progress().Done, 12);

        await sweep.TrainNextAsync(0.4);

        Assert.Equal(6, sweep.Coordinator.Progress().Summary.Counts.Total);
        Assert.Equal(SweepState.Completed, sweep.Coordinator.Progress().Summary.State);
    }

    [Fact]
    public async Task Progress_Grid_HasNoSearch()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();
        await sweep.GrantAsync(1);

        Assert.Null(sweep.Coordinator.Progress().Search);
    }

    [Fact]
    public async Task Leaderboard_ConfirmedWinner_TellsByHowMuchTheSearchFlatteredIt()
    {
        CoordinatedSweep sweep = await TrainedAsync(8, Search);

        Leaderboard board = sweep.Coordinator.Leaderboard(null);

        ConfirmedConfiguration winner = Assert.Single(board.Confirmed);
        Assert.Same(winner, board.SearchWinner);
        Assert.Equal((3, 1), (winner.Configuration, winner.Place));
        Assert.Equal(0.34, winner.SearchTotal, 12);
        Assert.Equal(0.26, winner.Flattery!.Value, 12);
        Assert.True(board.IsOfSearch);
    }

    [Fact]
    public async Task Leaderboard_TwoConfirmed_NumbersThemAsTheSearchHadThem()
    {
        string twice = Search.Replace("\"top\": 1, \"seeds\": 2", "\"top\": 2, \"seeds\": 1", StringComparison.Ordinal);
        CoordinatedSweep sweep = await TrainedAsync(8, twice);

        Leaderboard board = sweep.Coordinator.Leaderboard(null);

        Assert.Equal([(3, 1, 0.5), (2, 2, 0.7)], board.Confirmed.Select(confirmed => (confirmed.Configuration, confirmed.Place, Math.Round(confirmed.Median!.Value, 12))));
    }

    [Fact]
    public async Task Row_FailedRun_SaysWhetherAnyAttemptWould()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2, 3", """, "maxAttempts": 1""");
        var leases = await sweep.GrantAsync(2);
        await sweep.ReportAsync(CoordinatedSweep.Failed(leases[0], final: true, reason: "Diverged."));
        await sweep.ReportAsync(CoordinatedSweep.Failed(leases[1]));

        Assert.Equal(
            [(RunState.Failed, true), (RunState.Failed, false)], sweep.Coordinator.Leaderboard(null).Rows.Select(row => (row.State, row.FailsAlike)));
    }

    private static async Task<CoordinatedSweep> TrainedAsync(int runs, string search)
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync("1, 2, 3, 4, 5, 6, 7, 8", search);
        foreach (double total in Totals.Take(runs))
        {
            await sweep.TrainNextAsync(total);
        }

        return sweep;
    }
}
