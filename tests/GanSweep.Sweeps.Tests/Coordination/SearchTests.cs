using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Testing.Stores;
using GanSweep.Sweeps.Views;

namespace GanSweep.Sweeps.Tests.Coordination;

/// <summary>A search on its coordinator: what it decides is stored, taken over, and decided again.</summary>
public sealed class SearchTests
{
    private const string Ranges = """, "generatorLearningRate": { "min": 0.0003, "max": 0.01, "scale": "log" }, "batchSize": { "min": 16, "max": 128, "step": 16 }""";

    [Fact]
    public async Task Grant_ARunOfASearch_IsStoredWithItsCohort()
    {
        CoordinatedSweep sweep = await SearchAsync(configurations: 12, cohort: 4);

        await sweep.GrantAsync(1);

        StoredCohort first = Assert.Single(await sweep.Store.ListCohortsAsync(sweep.Id));
        Assert.StartsWith("""{"cohort":0,"revision":2,"leftOut":[],"stopped":false,"last":false,"trials":[{"configuration":0,"origin":"StartUp","rung":0,""", first.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grant_MoreThanTheCohortsThatHangOnNothing_Waits()
    {
        CoordinatedSweep sweep = await SearchAsync(configurations: 12, cohort: 4);

        ImmutableArray<Lease> leases = await sweep.GrantAsync(12);
        Assert.Equal(Enumerable.Range(1, 8), leases.Select(lease => lease.Run));
        Assert.True((await sweep.Coordinator.GrantAsync("b", 1)).Open);
        foreach (Lease lease in leases[..4])
        {
            Assert.Equal(ReportAnswer.Accepted, await sweep.ReportAsync(CoordinatedSweep.Completed(lease, lease.Run)));
        }

        Assert.Equal([9, 10, 11, 12], (await sweep.GrantAsync(12)).Select(lease => lease.Run));
    }

    [Fact]
    public async Task Restart_BetweenAnyTwoRuns_DecidesTheSame()
    {
        CoordinatedSweep calm = await SearchAsync(configurations: 20, cohort: 3, more: """, "racing": { "seeds": [1, 2], "keep": 0.34 }, "confirm": { "top": 2, "seeds": 2 }""");
        CoordinatedSweep restarted = await SearchAsync(configurations: 20, cohort: 3, more: """, "racing": { "seeds": [1, 2], "keep": 0.34 }, "confirm": { "top": 2, "seeds": 2 }""");

        await TrainAllAsync(calm);
        await TrainAllAsync(restarted, restarted.RestartAsync);

        Assert.Equal((await calm.Store.ListCohortsAsync(calm.Id)).Select(cohort => cohort.Json), (await restarted.Store.ListCohortsAsync(calm.Id)).Select(cohort => cohort.Json));
        Assert.Equal(
            calm.Coordinator.Leaderboard(null).Rows.Select(row => (row.Rank, row.Run, row.Key, row.Search)),
            restarted.Coordinator.Leaderboard(null).Rows.Select(row => (row.Rank, row.Run, row.Key, row.Search)));
        Assert.Equal(20 + 6 + 4, calm.Coordinator.Summary().Counts.Total);
    }

    [Fact]
    public async Task Restart_WithADecisionThatDoesNotComeOutAgain_PausesAndSaysWhich()
    {
        CoordinatedSweep sweep = await SearchAsync(configurations: 12, cohort: 4);
        await sweep.GrantAsync(2);
        StoredCohort first = (await sweep.Store.ListCohortsAsync(sweep.Id))[0];
        await sweep.Store.SaveRunsAsync(sweep.Id, [], [first with { Json = first.Json.Replace("\"StartUp\"", "\"Random\"", StringComparison.Ordinal) }]);
        await sweep.RestartAsync();

        Grants grants = await sweep.Coordinator.GrantAsync("a", 1);

        Assert.Equal((0, false), (grants.Leases.Length, grants.Open));
        Assert.Equal(SweepState.Paused, sweep.Coordinator.Summary().State);
        Assert.StartsWith("Cohort 1 of the search does not come out as it was decided", Assert.Single(sweep.Coordinator.Leaderboard(null).Notes, note => note.StartsWith("Cohort", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_WithADecisionOfOtherRules_TakesItAsItIs()
    {
        CoordinatedSweep sweep = await SearchAsync(configurations: 12, cohort: 4);
        await sweep.GrantAsync(2);
        StoredCohort first = (await sweep.Store.ListCohortsAsync(sweep.Id))[0];
        await sweep.Store.SaveRunsAsync(
            sweep.Id, [], [first with { Json = first.Json.Replace("\"StartUp\"", "\"Random\"", StringComparison.Ordinal).Replace("\"revision\":2", "\"revision\":0", StringComparison.Ordinal) }]);
        await sweep.RestartAsync();

        Assert.Equal([3], (await sweep.GrantAsync(1)).Select(lease => lease.Run));
        Assert.All(sweep.Coordinator.Leaderboard(null).Rows, row => Assert.Equal("random", row.Search!.Origin));
    }

    // What those who train do wrong says nothing of a configuration; once it is tried again with success it does, and what was decided meanwhile stays.
    [Fact]
    public async Task Retry_OfARunThatWasLeftOut_ChangesNothingThatWasDecided()
    {
        CoordinatedSweep sweep = await SearchAsync(configurations: 16, cohort: 4, more: """, "maxAttempts": 1""");
        foreach (Lease lease in await sweep.GrantAsync(8))
        {
            RunReport end = lease.Run == 2 ? CoordinatedSweep.Failed(lease) : CoordinatedSweep.Completed(lease, lease.Run);
            Assert.Equal(ReportAnswer.Accepted, await sweep.ReportAsync(end));
        }

        ImmutableArray<Lease> third = await sweep.GrantAsync(4);
        Assert.Contains("\"leftOut\":[2]", (await sweep.Store.ListCohortsAsync(sweep.Id))[2].Json, StringComparison.Ordinal);
        Assert.Equal(1, await sweep.Coordinator.RetryAsync());
        await sweep.RestartAsync();
        Assert.Equal(third[0].RunKey, sweep.Coordinator.Progress().Running.First(row => row.Run == third[0].Run).Key);
        Lease again = Assert.Single(await sweep.GrantAsync(1));
        Assert.Equal((2, 2), (again.Run, again.Attempt));
        await sweep.ReportAsync(CoordinatedSweep.Completed(again, 0.001));

        foreach (Lease lease in third)
        {
            await sweep.ReportAsync(CoordinatedSweep.Completed(lease, lease.Run));
        }

        await TrainAllAsync(sweep, sweep.RestartAsync);
        Assert.Contains("\"leftOut\":[]", (await sweep.Store.ListCohortsAsync(sweep.Id))[3].Json, StringComparison.Ordinal);
        Assert.Equal(SweepState.Completed, sweep.Coordinator.Summary().State);
    }

    [Fact]
    public async Task Submit_TheSameSearchForMore_TrainsNothingTwiceAndProposesTheSame()
    {
        CoordinatedSweep few = await SearchAsync(configurations: 13, cohort: 4);
        await TrainAllAsync(few);
        CoordinatedSweep many = await SearchAsync(configurations: 22, cohort: 4, store: few.Store);

        int trained = await TrainAllAsync(many);

        Assert.Equal(9, trained);
        Assert.Equal(
            few.Coordinator.Leaderboard(null).Rows.OrderBy(row => row.Run).Select(row => (row.Key, row.Search)),
            many.Coordinator.Leaderboard(null).Rows.OrderBy(row => row.Run).Take(13).Select(row => (row.Key, row.Search)));
    }

    [Fact]
    public async Task Leaderboard_OfAConfirmedSearch_TellsWhatFreshSeedsSay()
    {
        CoordinatedSweep sweep = await SearchAsync(configurations: 10, cohort: 5, more: """, "confirm": { "top": 2, "seeds": 3 }""");
        await TrainAllAsync(sweep);

        Leaderboard board = sweep.Coordinator.Leaderboard(null);

        Assert.Equal(2, board.Confirmed.Length);
        Assert.Equal([1.0, 2.0], board.Confirmed.Select(confirmed => confirmed.SearchTotal).Order());
        Assert.All(board.Confirmed, confirmed =>
        {
            LeaderboardRow[] runs = [.. board.Rows.Where(row => confirmed.Runs.Contains(row.Run))];
            Assert.Equal([2L, 3, 4], runs.Select(row => row.Seed).Order());
            Assert.All(runs, row => Assert.Equal(("confirmed", null, confirmed.Configuration), (row.Search!.Origin, row.Search.Rung, row.Search.Configuration)));
            Assert.Equal(runs.Select(row => row.Run).Order().ElementAt(1), confirmed.Median);
            Assert.InRange(confirmed.Lowest!.Value, runs.Min(row => row.Run), confirmed.Median!.Value);
        });
    }

    [Fact]
    public async Task ReadRun_OfASearch_TellsWhatWasDoneWithItAndWhy()
    {
        CoordinatedSweep sweep = await SearchAsync(configurations: 10, cohort: 5, more: """, "racing": { "seeds": [1, 2], "keep": 0.3 }, "confirm": { "top": 1, "seeds": 1 }""");
        await TrainAllAsync(sweep);

        Assert.Equal(
            [
                "Configuration 1: a Sobol point, since too little was known to learn from, in cohort 1.",
                "Promoted to rung 2 in cohort 3: its mean total on rung 1, 1.000, is number 1 of 5, of which 1 go on.",
                "Among the best of the search: trained again under 1 fresh seed.",
            ],
            (await sweep.Coordinator.ReadRunAsync(1)).Story);
        Assert.Equal(
            [
                "Configuration 9: a Sobol point, since too little was known to learn from, in cohort 2.",
                "Not promoted: its mean total on rung 1, 9.000, is number 9 of 10, of which 3 go on.",
            ],
            (await sweep.Coordinator.ReadRunAsync(9)).Story);
    }

    // A machine that fails says nothing of a configuration, neither that it is through a rung nor that it is not worth it.
    [Theory]
    [InlineData("\"racing\": { \"seeds\": [1, 2, 4], \"keep\": 0.5 }")]
    [InlineData("\"halving\": { \"shares\": [0.2, 0.5, 1], \"keep\": 0.5 }")]
    public async Task Promote_AllRunsOfTheRungFailWithTheirMachine_StandsWhereItWas(string rungs)
    {
        CoordinatedSweep sweep = await SearchAsync(configurations: 4, cohort: 4, more: $$""", "maxAttempts": 1, {{rungs}}, "confirm": { "top": 2, "seeds": 1 }""");
        await TrainAllAsync(sweep, fails: lease => lease.Run == 5);

        Leaderboard board = sweep.Coordinator.Leaderboard(null);

        // Of the two that went on the second alone is through, of which a half is nobody.
        Assert.Equal((1, 2), (board.Rows.Single(row => row.Run == 5).Search!.Configuration, board.Rows.Single(row => row.Run == 5).Search!.Rung));
        Assert.DoesNotContain(board.Rows, row => row.Search!.Rung == 3);
        Assert.Equal([2, 1], board.Rows.Where(row => row.Search!.Rung is null).OrderBy(row => row.Run).Select(row => row.Search!.Configuration));
        Assert.Equal(
            [
                "Configuration 1: a Sobol point, since too little was known to learn from, in cohort 1.",
                "Promoted to rung 2 in cohort 3: its mean total on rung 1, 1.000, is number 1 of 4, of which 2 go on.",
                "All its runs on rung 2 failed with those who trained them: it stands by those before.",
                "Among the best of the search: trained again under 1 fresh seed.",
            ],
            (await sweep.Coordinator.ReadRunAsync(1)).Story);
    }

    [Fact]
    public async Task ReadRun_ThePlaceOnARungThatOthersHaveFailedOn_IsAmongThoseThatTellSomething()
    {
        CoordinatedSweep sweep = await SearchAsync(configurations: 4, cohort: 4, more: """, "maxAttempts": 1, "racing": { "seeds": [1, 2, 4], "keep": 0.5 }""");
        await TrainAllAsync(sweep, fails: lease => lease.Run == 5);

        Assert.Equal("Not promoted: its mean total on rung 2, 4.000, is number 1 of 1, of which 0 go on.", (await sweep.Coordinator.ReadRunAsync(2)).Story[^1]);
        Assert.Equal("All its runs on rung 2 failed with those who trained them: it stands by those before.", (await sweep.Coordinator.ReadRunAsync(1)).Story[^1]);
    }

    // That there is nothing more is decided when no run is left to store it with.
    [Theory]
    [InlineData(", \"stop\": { \"total\": 12 }")]
    [InlineData(", \"stop\": { \"cohortsWithoutImprovement\": 1 }")]
    public async Task Stop_BeforeAllWasTried_LeavesSoManyRunsAfterARestartToo(string stop)
    {
        CoordinatedSweep sweep = await SearchAsync(configurations: 40, cohort: 4, more: $"{stop}, \"racing\": {{ \"seeds\": [1, 2], \"keep\": 0.5 }}");
        await TrainAllAsync(sweep);
        SweepCounts counts = sweep.Coordinator.Summary().Counts;
        Assert.InRange(counts.Total, 4, 30);
        Assert.Equal((counts.Total, 0), (counts.Completed, counts.Pending));

        StoredSweepView view = await StoredSweepView.OpenAsync(sweep.Store, sweep.Id, TestModels.Catalog, _ => CoordinatedSweep.Engine);
        await sweep.RestartAsync();

        Assert.Equal(counts, view.Leaderboard(null).Summary.Counts);
        Assert.Equal(counts, sweep.Coordinator.Leaderboard(null).Summary.Counts);
        Assert.Equal((counts.Total, true, false), (sweep.Coordinator.Progress().Search!.Decided, sweep.Coordinator.Progress().Search!.HasEnded, sweep.Coordinator.Progress().Search!.Waits));
        Assert.Equal(1, sweep.Coordinator.Progress().Done);
        string[] ends = [.. (await Task.WhenAll(Enumerable.Range(1, counts.Total).Select(view.ReadRunAsync))).Select(run => run.Story[^1])];
        string why = stop.Contains("total", StringComparison.Ordinal)
            ? "one that is through every rung has a mean total of [0-9.]+, and 12 or less was asked for[.]" : "1 cohort in a row brought nothing better[.]";
        int tried = view.Leaderboard(null).Rows.Max(row => row.Search!.Configuration);
        Assert.Matches($"^The search stopped after {tried} of 40 configurations, as \"stop\" has it: {why}$", Assert.Single(view.Leaderboard(null).Notes, note => note.Contains("stop", StringComparison.Ordinal)));
        Assert.Contains((await view.ReadRunAsync(1)).Story, sentence => sentence.StartsWith("The search stopped after", StringComparison.Ordinal));
        Assert.Equal(tried, view.Provenance().StoppedAfter);
        Assert.Contains(ends, end => end.StartsWith("Not promoted: ", StringComparison.Ordinal));
        Assert.DoesNotContain(ends, end => end.Contains("so far", StringComparison.Ordinal));
        Assert.Contains($"its runs are 1 to {counts.Total}", (await Assert.ThrowsAsync<RunNotFoundException>(() => view.ReadRunAsync(counts.Total + 1))).Message, StringComparison.Ordinal);
    }

    // A cohort in which nothing is new, since everything was tried, brings nothing better: that does not keep anyone from going on.
    [Fact]
    public async Task Stop_EverythingWasTried_TheBestGoThroughAllRungs()
    {
        CoordinatedSweep sweep = await SearchAsync(
            configurations: 8, cohort: 8, more: """, "stop": { "cohortsWithoutImprovement": 1 }, "racing": { "seeds": [1, 2, 4], "keep": 0.5 }""");

        await TrainAllAsync(sweep);

        Assert.Equal(8 + 4 + (2 * 2), sweep.Coordinator.Summary().Counts.Total);
        Assert.Equal(3, sweep.Coordinator.Leaderboard(null).Rows.Max(row => row.Search!.Rung));
    }

    // What is the same is as good; to say it three times is no news.
    [Fact]
    public async Task Promote_FewerConfigurationsThanAreTried_GivesEachOnePlace()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync(
            "2, 4, 8", """, "strategy": { "kind": "random", "configurations": 12, "cohort": 4 }, "racing": { "seeds": [1, 2], "keep": 0.34 }, "confirm": { "top": 3, "seeds": 2 }""");
        await TrainAllAsync(sweep);

        Leaderboard board = sweep.Coordinator.Leaderboard(null);

        Assert.Equal(3, board.Confirmed.DistinctBy(confirmed => confirmed.Configuration).Count());
        Assert.Equal(3, board.Confirmed.DistinctBy(confirmed => confirmed.Config).Count());
        LeaderboardRow[] promoted = [.. board.Rows.Where(row => row.Search!.Rung == 2)];
        Assert.Equal((3, 3), (promoted.Length, promoted.DistinctBy(row => row.Configuration).Count()));
        LeaderboardRow copy = board.Rows.First(row => row.SameAs is not null);
        Assert.Matches("It has the values of configuration [0-9]+, so it is trained no further by itself.", (await sweep.Coordinator.ReadRunAsync(copy.Run)).Story[1]);
    }

    [Fact]
    public async Task Leaderboard_OfAShareOfTheSteps_HasTheConfigurationWithAllOfThemAndSaysWhereItEnds()
    {
        CoordinatedSweep sweep = await SearchAsync(configurations: 10, cohort: 5, more: """, "halving": { "shares": [0.25, 1], "keep": 0.3 }""");
        await TrainAllAsync(sweep);

        ILookup<int?, LeaderboardRow> rungs = sweep.Coordinator.Leaderboard(null).Rows.ToLookup(row => row.Search!.Rung);

        Assert.Equal(3, rungs[2].Count());
        Assert.All(rungs[1].Concat(rungs[2]), row => Assert.Contains("\"epochs\":10,", row.Configuration.Json, StringComparison.Ordinal));
        Assert.All(rungs[1], row => Assert.Equal((3, null), (row.Until, row.Whole)));
        Assert.All(rungs[2], row => Assert.Equal((null, null), (row.Until, row.Whole)));
        Assert.All(rungs[2], row => Assert.Contains(rungs[1], first => first.Search!.Configuration == row.Search!.Configuration && first.Configuration == row.Configuration));
    }

    private static Task<CoordinatedSweep> SearchAsync(
        int configurations, int cohort, string more = "", MemorySweepStore? store = null)
    {
        return CoordinatedSweep.SubmittedAsync(
            "2, 4, 8", $$""", "strategy": { "kind": "tpe", "configurations": {{configurations}}, "cohort": {{cohort}} }{{more}}""", store, space: Ranges);
    }

    // Each run's total is its number. Returns how many were trained.
    private static async Task<int> TrainAllAsync(CoordinatedSweep sweep, Func<Task>? between = null, Predicate<Lease>? fails = null)
    {
        int trained = 0;
        while (sweep.Coordinator.Summary().State == SweepState.Running)
        {
            ImmutableArray<Lease> leases = await sweep.GrantAsync(1);
            foreach (Lease lease in leases)
            {
                trained++;
                Assert.Equal(ReportAnswer.Accepted, await sweep.ReportAsync(fails?.Invoke(lease) == true ? CoordinatedSweep.Failed(lease) : CoordinatedSweep.Completed(lease, lease.Run)));
            }

            if (between is not null)
            {
                await between();
            }
            else
            {
                Assert.True(leases.Length > 0 || sweep.Coordinator.Summary().State != SweepState.Running);
            }
        }

        return trained;
    }
}
