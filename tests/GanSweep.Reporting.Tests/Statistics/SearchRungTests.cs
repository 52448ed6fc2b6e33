using GanSweep.Contracts.Runs;
using GanSweep.Reporting.Statistics;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Reporting.Tests.Statistics;

public sealed class SearchRungTests
{
    [Fact]
    public void Of_Race_TakesTheRunsOfLowerRungsToo()
    {
        Assert.Equal(
            [new SearchRung(1, 3, 1, 0.25), new SearchRung(2, 1, null, 0.5)],
            SearchRung.Of([Row(1, 1, "{}", 0.25), Row(2, 1, "{}", 0.5), Row(3, 1, "{}", 4), Row(1, 2, "{}", 0.75), Row(1, null, "{}", 0)]));
    }

    [Fact]
    public void Of_Halving_TakesTheRunsOfTheRungAlone()
    {
        Assert.Equal(
            [new SearchRung(1, 2, 1, 0.25), new SearchRung(2, 1, null, 0.75)],
            SearchRung.Of([Row(1, 1, "short", 0.25), Row(2, 1, "short", 0.5), Row(1, 2, "long", 0.75)]));
    }

    [Fact]
    public void Of_Beginnings_TakesTheRunsOfTheRungAlone()
    {
        Assert.Equal(
            [new SearchRung(1, 2, 1, 0.25), new SearchRung(2, 1, null, 0.75)],
            SearchRung.Of([Row(1, 1, "{}", 0.25) with { Until = 5 }, Row(2, 1, "{}", 0.5) with { Until = 5 }, Row(1, 2, "{}", 0.75)]));
    }

    [Fact]
    public void Of_RungWithoutATotal_HasNoMean()
    {
        Assert.Equal([new SearchRung(1, 1, null, null)], SearchRung.Of([Row(1, 1, "{}", 1) with { Rank = null }]));
    }

    [Fact]
    public void Of_NoSearch_HasNone()
    {
        Assert.Empty(SearchRung.Of(Inputs.Rows(replicates: 1)));
    }

    private static LeaderboardRow Row(int configuration, int? rung, string values, double total)
    {
        return Inputs.Rows(replicates: 1)[0] with
        {
            Configuration = new RunConfiguration("gan", values),
            Scores = Inputs.ScoresOf(total).ToWire(),
            Search = new SearchPlace(configuration, 1, rung, "sobol", "sobol"),
        };
    }
}
