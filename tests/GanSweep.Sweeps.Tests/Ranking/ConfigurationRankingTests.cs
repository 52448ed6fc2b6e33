using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Gan.Configurations;
using GanSweep.Sweeps.Ranking;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Tests.Ranking;

public sealed class ConfigurationRankingTests
{
    [Fact]
    public void Rank_LuckySeed_LosesToTheBetterMedian()
    {
        ImmutableArray<RankedConfiguration> ranked = ConfigurationRanking.Rank(
        [
            Row(1, rank: 1, epochs: 10, 0.1), Row(4, rank: 2, epochs: 20, 0.4), Row(5, rank: 3, epochs: 20, 0.5), Row(6, rank: 4, epochs: 20, 0.6),
            Row(2, rank: 5, epochs: 10, 0.7), Row(3, rank: 6, epochs: 10, 0.8),
        ]);

        Assert.Equal([(1, 20, 0.5), (2, 10, 0.7)], ranked.Select(group => (group.Rank, Typed(group).Epochs, group.Medians.Total)));
        Assert.Equal([4, 5, 6], ranked[0].Runs);
        Assert.Equal([1, 2, 3], ranked[1].Runs);
    }

    [Fact]
    public void Rank_EvenNumberOfReplicates_TakesTheMeanOfTheMiddleTwo()
    {
        RankedConfiguration only = Assert.Single(ConfigurationRanking.Rank(
            [Row(1, rank: 1, epochs: 10, 0.25), Row(2, rank: 2, epochs: 10, 0.5), Row(3, rank: 3, epochs: 10, 0.75), Row(4, rank: 4, epochs: 10, 8)]));

        Assert.Equal(0.625, only.Medians.Total);
        Assert.Equal(1.625, only.Medians[Score.MeanGap]);
        Assert.Equal(2.625, only.Medians[Score.StdGap]);
        Assert.Equal(3.625, only.Medians[Score.CorrelationDistance]);
        Assert.Equal(4.625, only.Medians[Score.JsEstimate]);
        Assert.Equal(5.625, only.Medians[Score.JsAdversarial]);
    }

    [Fact]
    public void Rank_RowsWithoutARank_AreLeftOut()
    {
        RankedConfiguration only = Assert.Single(ConfigurationRanking.Rank(
            [Row(1, rank: 1, epochs: 10, 0.25), Row(2, rank: null, epochs: 10, 0.01), Row(3, rank: null, epochs: 20, 0.01)]));

        Assert.Equal([1], only.Runs);
        Assert.Equal(0.25, only.Medians.Total);
    }

    [Fact]
    public void Rank_TiesAndNaN_FallBackToRunNumbersAndComeLast()
    {
        ImmutableArray<RankedConfiguration> ranked = ConfigurationRanking.Rank(
            [Row(3, rank: 1, epochs: 30, 0.5), Row(2, rank: 2, epochs: 20, 0.5), Row(1, rank: 3, epochs: 10, double.NaN)]);

        Assert.Equal([2, 3, 1], ranked.Select(group => group.Runs[0]));
    }

    [Fact]
    public void Rank_TiedMedians_GoByTheFirstRunOfEach()
    {
        ImmutableArray<RankedConfiguration> ranked = ConfigurationRanking.Rank(
            [Row(1, rank: 1, epochs: 10, 0.5), Row(4, rank: 4, epochs: 10, 0.5), Row(2, rank: 2, epochs: 20, 0.5), Row(3, rank: 3, epochs: 20, 0.5)]);

        Assert.Equal([10, 20], ranked.Select(group => Typed(group).Epochs));
    }

    [Fact]
    public void Rank_AReplicateWithoutATotal_CountsAsTheWorst()
    {
        ImmutableArray<RankedConfiguration> ranked = ConfigurationRanking.Rank(
            [Row(1, rank: 4, epochs: 10, double.NaN), Row(2, rank: 1, epochs: 10, 0.25), Row(3, rank: 3, epochs: 10, 0.75)]);

        Assert.Equal(0.75, Assert.Single(ranked).Medians.Total);
    }

    [Fact]
    public void Rank_NoAdversarialEstimate_HasNoneEither()
    {
        LeaderboardRow row = Row(1, rank: 1, epochs: 10, 0.5);

        Assert.Null(Assert.Single(ConfigurationRanking.Rank([row with { Scores = row.Scores!.ToScores().With(Score.JsAdversarial, null).ToWire() }])).Medians[Score.JsAdversarial]);
    }

    [Fact]
    public void Rank_ConfigurationsOfASearch_ThatCameFartherStandFirst()
    {
        ImmutableArray<RankedConfiguration> ranked = ConfigurationRanking.Rank(
        [
            Searched(1, rank: 1, configuration: 1, rung: 1, epochs: 10, 0.1), Searched(2, rank: 3, configuration: 2, rung: 1, epochs: 10, 0.3),
            Searched(3, rank: 4, configuration: 3, rung: 1, epochs: 10, 0.4), Searched(4, rank: 5, configuration: 2, rung: 2, epochs: 10, 0.5),
            Searched(5, rank: 2, configuration: 3, rung: 2, epochs: 10, 0.2), Searched(6, rank: 6, configuration: 2, rung: 2, epochs: 10, 0.7),
        ]);

        Assert.Equal([(1, 3, 0.3), (2, 2, 0.5), (3, 1, 0.1)], ranked.Select(group => (group.Rank, group.Search!.Configuration, Math.Round(group.Medians.Total, 12))));
        Assert.Equal([5, 3], ranked[0].Runs);
        Assert.Equal([2, 4, 6], ranked[1].Runs);
        Assert.Equal([2, 2, 1], ranked.Select(group => group.Search!.Rung));
    }

    [Fact]
    public void Rank_HalvedConfiguration_CountsByItsLongestRunsAlone()
    {
        RankedConfiguration only = Assert.Single(ConfigurationRanking.Rank(
        [
            Searched(1, rank: 1, configuration: 1, rung: 1, epochs: 2, 0.1), Searched(2, rank: 2, configuration: 1, rung: 1, epochs: 2, 0.2),
            Searched(3, rank: 3, configuration: 1, rung: 2, epochs: 10, 0.5), Searched(4, rank: 4, configuration: 1, rung: 2, epochs: 10, 0.75),
        ]));

        Assert.Equal(0.625, only.Medians.Total);
        Assert.Equal([3, 4], only.Runs);
        Assert.Equal(10, Typed(only).Epochs);
    }

    [Fact]
    public void Rank_BeginningsOfTheSameRuns_CountNoMoreThanShorterOnes()
    {
        RankedConfiguration only = Assert.Single(ConfigurationRanking.Rank(
        [
            Searched(1, rank: 1, configuration: 1, rung: 1, epochs: 10, 0.1) with { Until = 2 }, Searched(2, rank: 2, configuration: 1, rung: 2, epochs: 10, 0.2) with { Until = 5 },
            Searched(3, rank: 3, configuration: 1, rung: 3, epochs: 10, 0.5),
        ]));

        Assert.Equal((0.5, 3), (only.Medians.Total, Assert.Single(only.Runs)));
    }

    [Fact]
    public void Rank_ConfirmedConfiguration_StandsFirstByItsFreshSeedsAlone()
    {
        ImmutableArray<RankedConfiguration> ranked = ConfigurationRanking.Rank(
        [
            Searched(1, rank: 1, configuration: 1, rung: 1, epochs: 10, 0.1), Searched(2, rank: 2, configuration: 2, rung: 1, epochs: 10, 0.2),
            Searched(3, rank: 3, configuration: 2, rung: 2, epochs: 10, 0.3), Searched(4, rank: 4, configuration: 1, rung: 2, epochs: 10, 0.31),
            Searched(5, rank: 6, configuration: 2, rung: null, epochs: 10, 0.6), Searched(6, rank: 5, configuration: 2, rung: null, epochs: 10, 0.5),
        ]);

        Assert.Equal([2, 1], ranked.Select(group => group.Search!.Configuration));
        Assert.Equal([6, 5], ranked[0].Runs);
        Assert.Equal(0.55, ranked[0].Medians.Total, 12);
        Assert.Equal("confirmed", ranked[0].Search!.Origin);
    }

    [Fact]
    public void Rank_TwoConfigurationsOfASearchWithTheSameValues_StayTwo()
    {
        Assert.Equal(2, ConfigurationRanking.Rank(
            [Searched(1, rank: 1, configuration: 1, rung: 1, epochs: 10, 0.1), Searched(2, rank: 2, configuration: 2, rung: 1, epochs: 10, 0.2)]).Length);
    }

    private static LeaderboardRow Searched(int run, int rank, int configuration, int? rung, int epochs, double total)
    {
        return Row(run, rank, epochs, total) with
        {
            Search = new SearchPlace(configuration, run, rung, rung switch { null => "confirmed", 1 => "sobol", _ => "promoted" }, "sobol"),
        };
    }

    private static GanConfiguration Typed(RankedConfiguration group)
    {
        return TestModels.Typed(group.Configuration);
    }

    // Every row has a text of its own, as rows from the wire do.
    private static LeaderboardRow Row(int run, int? rank, int epochs, double total)
    {
        return new LeaderboardRow
        {
            Run = run,
            Rank = rank,
            Key = $"key-{run}",
            State = rank is null ? RunState.Running : RunState.Completed,
            Attempts = 1,
            Configuration = TestModels.Gan($$"""{ "epochs": {{epochs}}, "generatorLayers": [8, 8] }"""),
            Seed = run,
            Scores = new Scores
            {
                [Score.MeanGap] = total + 1,
                [Score.StdGap] = total + 2,
                [Score.CorrelationDistance] = total + 3,
                [Score.JsEstimate] = total + 4,
                [Score.JsAdversarial] = total + 5,
                [Score.Total] = total,
            }.ToWire(),
        };
    }
}
