using CsCheck;
using GanSweep.Contracts.Scores;
using GanSweep.Search.Ranking;

namespace GanSweep.Search.Tests.Ranking;

public sealed class RankingTotalTests
{
    private static readonly Yardsticks Sample = Against(0.04, 0.08, 0.05, 0.01);

    private static readonly GanScores Scores = new() { MeanGap = 0.02, StdGap = 0.12, CorrelationDistance = 0.05, JsEstimate = 0.005, Total = 99 };

    [Fact]
    public void Compute_EqualWeights_IsTheMeanOfTheRatios()
    {
        // (0.5 + 1.5 + 1 + 0.5) / 4
        Assert.Equal(0.875, RankingTotal.Compute(Scores, Sample, ScoreWeights.Equal), 1e-15);
    }

    [Fact]
    public void Compute_OwnWeights_IsTheWeightedMean()
    {
        // (3 × 0.5 + 0 × 1.5 + 1 × 1 + 0.5 × 0.5) / 4.5
        var weights = new ScoreWeights { MeanGap = 3, StdGap = 0, CorrelationDistance = 1, JsEstimate = 0.5 };

        Assert.Equal(2.75 / 4.5, RankingTotal.Compute(Scores, Sample, weights), 1e-15);
    }

    [Fact]
    public void Compute_YardstickOfZero_LeavesTheScoreOut()
    {
        // One column: no correlations. (0.5 + 1.5 + 0.5) / 3
        Assert.Equal(2.5 / 3, RankingTotal.Compute(Scores, Against(0.04, 0.08, 0, 0.01), ScoreWeights.Equal), 1e-15);
    }

    [Fact]
    public void Compute_ScoreThatIsNaN_CountsOnlyWithAWeight()
    {
        GanScores broken = Scores with { MeanGap = double.NaN };

        Assert.True(double.IsNaN(RankingTotal.Compute(broken, Sample, ScoreWeights.Equal)));
        Assert.Equal(1, RankingTotal.Compute(broken, Sample, new ScoreWeights { MeanGap = 0 }), 1e-15);
    }

    [Fact]
    public void Compute_NothingToHoldAgainst_IsZero()
    {
        Assert.Equal(0, RankingTotal.Compute(Scores, Against(0, 0, 0, 0), ScoreWeights.Equal));
        Assert.Equal(0, RankingTotal.Compute(Scores, Against(0, 1, 1, 1), new ScoreWeights { StdGap = 0, CorrelationDistance = 0, JsEstimate = 0 }));
    }

    [Fact]
    public void Compute_SecondSampleItself_IsOneByAnyWeights()
    {
        Gen.Double[0.001, 1_000].Array[4].Sample(weights => Assert.Equal(
            1,
            RankingTotal.Compute(
                Sample.SecondSample, Sample, new ScoreWeights { MeanGap = weights[0], StdGap = weights[1], CorrelationDistance = weights[2], JsEstimate = weights[3] }),
            1e-12));
    }

    [Fact]
    public void Notes_AllYardsticksAboveZero_AreEmpty()
    {
        Assert.Empty(RankingTotal.Notes(Sample, ScoreWeights.Equal));
    }

    [Fact]
    public void Notes_YardsticksOfZero_NameTheScoresThatHaveAWeight()
    {
        Assert.Equal(
            ["correlationDistance is left out of the totals: a second sample of this table would score 0 on it, so nothing can be held against it."],
            RankingTotal.Notes(Against(0, 0.08, 0, 0.01), new ScoreWeights { MeanGap = 0 }));
    }

    [Fact]
    public void Notes_NoScoreLeft_SayWhatRanksThen()
    {
        Assert.Equal(
            "No score is left to rank by: every total is 0 and runs rank by their number.",
            RankingTotal.Notes(Against(0, 0, 0, 0), ScoreWeights.Equal)[^1]);
    }

    private static Yardsticks Against(double meanGap, double stdGap, double correlationDistance, double jsEstimate)
    {
        var secondSample = new GanScores { MeanGap = meanGap, StdGap = stdGap, CorrelationDistance = correlationDistance, JsEstimate = jsEstimate, Total = 1 };

        // Nothing is ever held against the floor.
        return new Yardsticks(new GanScores { MeanGap = -1, StdGap = -1, CorrelationDistance = -1, JsEstimate = -1 }, secondSample);
    }
}
