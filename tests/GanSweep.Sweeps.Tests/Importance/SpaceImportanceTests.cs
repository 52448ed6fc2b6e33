using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Importance;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Tests.Importance;

public sealed class SpaceImportanceTests
{
    private static readonly SweepDefinition Sweep = TestModels.Parse("""
        {
          "name": "s", "dataset": "x.csv", "strategy": { "kind": "random", "configurations": 60 },
          "space": { "latentDim": { "min": 1, "max": 100 }, "loss": ["minimax", "nonSaturating"] }
        }
        """);

    [Fact]
    public void Of_KeyThatDecides_HasNearlyAllOfIt()
    {
        AlternativeImportance only = Assert.Single(Of(Sweep, [.. Enumerable.Range(1, 60).Select(run => Row(run, run))]));

        Assert.Equal(["latentDim", "loss"], only.Keys.Select(key => key.Key));
        Assert.True(only.Keys[0].Share > 0.9, $"{only.Keys[0].Share}");
        Assert.Equal(1, only.Keys.Sum(key => key.Share), 12);
        Assert.Equal(("gan", "", 60, 0, null), (only.Model, only.Name, only.Configurations, only.Worst, only.Reason));
    }

    [Fact]
    public void Of_TheOtherKeyDecides_ComesFirst()
    {
        AlternativeImportance only = Assert.Single(Of(Sweep, [.. Enumerable.Range(1, 60).Select(run => Row(run, run % 2 == 0 ? 1 : 2 + (run * 7 % 13)))]));

        Assert.Equal(["loss", "latentDim"], only.Keys.Select(key => key.Key));
    }

    // Those that diverge, or are excluded, are all of one loss: without them nothing could be told of it.
    [Fact]
    public void Of_ConfigurationsThatDivergeOrAreExcluded_CountAsTheWorst()
    {
        LeaderboardRow[] rows =
        [
            .. Enumerable.Range(1, 60).Select(run => run % 2 == 0 ? Row(run, 1 + (run * 7 % 13 * 0.001))
                : run % 4 == 1 ? Row(run, 0) with { State = RunState.Failed, Scores = null, FailsAlike = true }
                : Row(run, 0.1) with { Excluded = "too close" }),
        ];

        AlternativeImportance only = Assert.Single(Of(Sweep, rows));

        AlternativeImportance without = Assert.Single(Of(Sweep, [.. rows.Where(row => row.Run % 2 == 0)]));
        Assert.Equal((60, 30), (only.Configurations, only.Worst));
        Assert.Equal((30, 0), (without.Configurations, without.Worst));
        Assert.InRange(without.Keys.Single(key => key.Key == "loss").Share, 0, 0.02);
        Assert.InRange(only.Keys.Single(key => key.Key == "loss").Share, 0.1, 1);
    }

    [Fact]
    public void Of_RunsThatTellNothing_AreLeftOut()
    {
        LeaderboardRow[] rows =
        [
            .. Enumerable.Range(1, 30).Select(run => Row(run, run)),
            Row(31, 0) with { State = RunState.Failed, Scores = null },
            Row(32, 0) with { State = RunState.Running },
            Row(33, 0) with { Configuration = TestModels.Gan("""{ "latentDim": 200 }""") },
            Row(34, 0) with { Configuration = new RunConfiguration("gan", """{ "former": 1 }""") },
            Row(35, 0) with { Configuration = new RunConfiguration("unheard", "{}") },
        ];

        Assert.Equal(30, Assert.Single(Of(Sweep, rows)).Configurations);
    }

    // Of the search's own seeds the mean counts, of those that confirm nothing does.
    [Fact]
    public void Of_RunsOfOneConfiguration_CountOnceByTheMeanOfTheirHighestRung()
    {
        LeaderboardRow[] rows =
        [
            .. Enumerable.Range(1, 20).Select(run => Searched(run, run, rung: 1, run)),
            Searched(21, 1, rung: 2, 3), Searched(22, 1, rung: null, 1000), Searched(23, 2, rung: 2, 500),
        ];

        TriedConfiguration[] tried = [.. TriedConfiguration.Of(rows, Score.Total)];

        Assert.Equal(20, tried.Length);
        Assert.Equal([2, 251, 3], tried.Take(3).Select(configuration => configuration.Value));
    }

    [Theory]
    [InlineData(1, 3, double.PositiveInfinity)]
    [InlineData(2, 3, 1)]
    [InlineData(1, 2, 1)]
    public void Of_ConfigurationExcludedUnderMostSeeds_IsTheWorstAsItIsToTheSearch(int ranked, int seeds, double expected)
    {
        LeaderboardRow[] rows = [.. Enumerable.Range(1, seeds).Select(run => Searched(run, 1, rung: 1, 1) with { Excluded = run <= ranked ? null : "too close" })];

        Assert.Equal(expected, Assert.Single(TriedConfiguration.Of(rows, Score.Total)).Value);
    }

    [Fact]
    public void Of_ScoreThatIsHighForTheBetter_IsTurnedRound()
    {
        LeaderboardRow row = Row(1, 1);
        LeaderboardRow good = row with { Scores = row.Scores!.ToScores().With(Score.KsComplement, 0.9).ToWire() };

        Assert.Equal(-0.9, Assert.Single(TriedConfiguration.Of([good], Score.KsComplement)).Value);
        Assert.Equal(double.PositiveInfinity, Assert.Single(TriedConfiguration.Of([row], Score.KsComplement)).Value);
    }

    [Theory]
    [InlineData(19, "latentDim", "19 configurations of it have ended; fewer than 20 tell nothing.")]
    [InlineData(1, "latentDim", "1 configuration of it has ended; fewer than 20 tell nothing.")]
    public void Of_TooFewConfigurations_SaysSo(int count, string key, string reason)
    {
        AlternativeImportance only = Assert.Single(Of(Sweep, [.. Enumerable.Range(1, count).Select(run => Row(run, run))]));

        Assert.Equal(reason, only.Reason);
        Assert.Empty(only.Keys);
        Assert.Contains(Sweep.VaryingKeys, varying => varying == key);
    }

    // What a configuration's beginning had says less than its whole run.
    [Fact]
    public void Of_BeginningsAndWholeRuns_CountsTheLongestOfEachConfiguration()
    {
        LeaderboardRow[] rows =
        [
            .. Enumerable.Range(1, 20).Select(run => Searched(run, run, rung: 1, run) with { Until = 3 }),
            Searched(21, 1, rung: 2, 1000), Searched(22, 20, rung: 2, 500),
        ];

        Assert.Equal([1000.0, 2, 3], TriedConfiguration.Of(rows, Score.Total).Take(3).Select(tried => tried.Value));
    }

    // Their runs were shorter; what the space lists is how long a whole one is.
    [Fact]
    public void Of_ConfigurationsThatHadAShareOfTheirSteps_AreThoseOfTheSpace()
    {
        SweepDefinition sweep = TestModels.Parse("""
            {
              "name": "s", "dataset": "x.csv", "strategy": { "kind": "random", "configurations": 60 }, "halving": { "shares": [0.1, 1] },
              "space": { "steps": { "min": 1000, "max": 7000 }, "loss": ["minimax", "nonSaturating"] }
            }
            """);
        LeaderboardRow[] rows =
        [
            .. Enumerable.Range(1, 60).Select(run => Searched(run, run, 1, run) with
            {
                Configuration = TestModels.Gan($$"""{ "steps": {{run * 10}}, "loss": "minimax" }"""),
                Whole = TestModels.Gan($$"""{ "steps": {{run * 100}}, "loss": "minimax" }"""),
            }),
        ];

        Assert.Equal((51, null), Of(sweep, rows) is [var only] ? (only.Configurations, only.Reason) : default);
    }

    [Fact]
    public void Of_EqualTotals_TellNothing()
    {
        Assert.Equal("All of its configurations are equally good.", Assert.Single(Of(Sweep, [.. Enumerable.Range(1, 30).Select(run => Row(run, 1))])).Reason);
    }

    [Fact]
    public void Of_OneKeyOrNone_SaysThatThereIsNothingToCompare()
    {
        SweepDefinition sweep = TestModels.Parse("""
            {
              "name": "s", "dataset": "x.csv", "strategy": { "kind": "random", "configurations": 60 },
              "space": [ { "model": ["gan"], "latentDim": { "min": 1, "max": 100 } }, { "model": ["flow"] } ]
            }
            """);

        Assert.Equal(
            [("gan", "latentDim alone varies, so that all that differs is due to it, or to luck."), ("flow", "It has no key that varies.")],
            Of(sweep, [Row(1, 1)]).Select(alternative => (alternative.Name, alternative.Reason!)));
    }

    // The second has the values of the first, and more: a key that the first leaves as it is.
    [Fact]
    public void Of_AlternativesOfOneModel_HaveTheirOwnConfigurations()
    {
        SweepDefinition sweep = TestModels.Parse("""
            {
              "name": "s", "dataset": "x.csv", "config": { "epochs": 10 },
              "space": [
                { "latentDim": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], "loss": ["minimax", "nonSaturating"] },
                { "latentDim": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], "loss": ["minimax", "nonSaturating"], "activation": ["relu"] }
              ]
            }
            """);
        LeaderboardRow[] rows =
        [
            .. Enumerable.Range(1, 23).Select(run => Row(run, run) with
            {
                Configuration = TestModels.Gan($$"""{ "epochs": 10, "latentDim": {{((run - 1) / 2 % 10) + 1}}, "loss": "{{(run % 2 == 0 ? "minimax" : "nonSaturating")}}", "activation": "{{(run <= 20 ? "relu" : "leakyRelu")}}" }"""),
            }),
        ];

        ImmutableArray<AlternativeImportance> importance = Of(sweep, rows);

        Assert.Equal([3, 20], importance.Select(alternative => alternative.Configurations));
        Assert.Equal(["latentDim", "loss"], importance[1].Keys.Select(key => key.Key));
    }

    private static ImmutableArray<AlternativeImportance> Of(SweepDefinition sweep, LeaderboardRow[] rows)
    {
        Leaderboard board = new()
        {
            Summary = new SweepSummary
            {
                SweepId = "s-1",
                State = SweepState.Completed,
                Counts = new SweepCounts(60, 60, 0, 0, 0, 0),
                SubmittedAt = DateTimeOffset.UnixEpoch,
            },
            VaryingKeys = sweep.VaryingKeys,
            Rows = [.. rows],
            Notes = [],
        };
        return SpaceImportance.Of(sweep, board, Score.Total);
    }

    private static LeaderboardRow Searched(int run, int configuration, int? rung, double total)
    {
        return Row(configuration, total) with { Run = run, Search = new SearchPlace(configuration, 1, rung, "random", "random") };
    }

    // Even numbers are minimax; the length of the latent vector is the number itself.
    private static LeaderboardRow Row(int run, double total)
    {
        return new LeaderboardRow
        {
            Run = run,
            Rank = run,
            Key = $"key-{run}",
            State = RunState.Completed,
            Attempts = 1,
            Configuration = TestModels.Gan($$"""{ "latentDim": {{run}}, "loss": "{{(run % 2 == 0 ? "minimax" : "nonSaturating")}}" }"""),
            Seed = 1,
            Scores = new Scores { [Score.Total] = total }.ToWire(),
        };
    }
}
