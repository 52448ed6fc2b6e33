using CsCheck;
using GanSweep.Evaluation.Scoring;

namespace GanSweep.Evaluation.Tests.Scoring;

public sealed class WeightedTotalTests
{
    private static readonly Scores Sample = Against(0.04, 0.08, 0.05, 0.01);

    private static readonly Scores Some = new() { [Score.MeanGap] = 0.02, [Score.StdGap] = 0.12, [Score.CorrelationDistance] = 0.05, [Score.JsEstimate] = 0.005, [Score.Total] = 99 };

    [Fact]
    public void Of_EqualWeights_IsTheMeanOfTheRatios()
    {
        // (0.5 + 1.5 + 1 + 0.5) / 4
        Assert.Equal(0.875, WeightedTotal.Of(Some, Sample, ScoreWeights.Default), 1e-15);
    }

    [Fact]
    public void Of_OwnWeights_IsTheWeightedMean()
    {
        // (3 × 0.5 + 0 × 1.5 + 1 × 1 + 0.5 × 0.5) / 4.5
        var weights = Weights(meanGap: 3, stdGap: 0, correlationDistance: 1, jsEstimate: 0.5);

        Assert.Equal(2.75 / 4.5, WeightedTotal.Of(Some, Sample, weights), 1e-15);
    }

    [Fact]
    public void Of_YardstickOfZero_LeavesTheScoreOut()
    {
        // One column: no correlations. (0.5 + 1.5 + 0.5) / 3
        Assert.Equal(2.5 / 3, WeightedTotal.Of(Some, Against(0.04, 0.08, 0, 0.01), ScoreWeights.Default), 1e-15);
    }

    [Fact]
    public void Of_ScoreThatIsNaN_CountsOnlyWithAWeight()
    {
        Scores broken = Some.With(Score.MeanGap, double.NaN);

        Assert.True(double.IsNaN(WeightedTotal.Of(broken, Sample, ScoreWeights.Default)));
        Assert.Equal(1, WeightedTotal.Of(broken, Sample, Weights(meanGap: 0)), 1e-15);
    }

    [Fact]
    public void Of_NothingToHoldAgainst_IsZero()
    {
        Assert.Equal(0, WeightedTotal.Of(Some, Against(0, 0, 0, 0), ScoreWeights.Default));
        Assert.Equal(0, WeightedTotal.Of(Some, Against(0, 1, 1, 1), Weights(stdGap: 0, correlationDistance: 0, jsEstimate: 0)));
    }

    [Fact]
    public void Of_SecondSampleItself_IsOneByAnyWeights()
    {
        Gen.Double[0.001, 1_000].Array[4].Sample(weights => Assert.Equal(
            1,
            WeightedTotal.Of(
                Sample, Sample, Weights(meanGap: weights[0], stdGap: weights[1], correlationDistance: weights[2], jsEstimate: weights[3])),
            1e-12));
    }

    [Fact]
    public void Notes_AllYardsticksAboveZero_AreEmpty()
    {
        Assert.Empty(WeightedTotal.Notes(Sample, ScoreWeights.Default));
    }

    [Fact]
    public void Notes_YardsticksOfZero_NameTheScoresThatHaveAWeight()
    {
        Assert.Equal(
            ["correlationDistance is left out of the totals: a second sample of this table would score 0 on it, so nothing can be held against it."],
            WeightedTotal.Notes(Against(0, 0.08, 0, 0.01), Weights(meanGap: 0)));
    }

    [Fact]
    public void Notes_NoScoreLeft_SayWhatRanksThen()
    {
        Assert.Equal(
            "No score is left to rank by: every total is 0 and runs rank by their number.",
            WeightedTotal.Notes(Against(0, 0, 0, 0), ScoreWeights.Default)[^1]);
    }

    [Fact]
    public void Of_ScoreThatIsHighForTheBetter_CountsItsDistanceFromOne()
    {
        ScoreWeights quality = Weights(meanGap: 0, stdGap: 0, correlationDistance: 0, jsEstimate: 0).With(Score.Quality, 2);
        Scores sample = Sample.With(Score.Quality, 0.9);

        Assert.Equal(0.5, WeightedTotal.Of(Some.With(Score.Quality, 0.95), sample, quality), 1e-12);
        Assert.Equal(0, WeightedTotal.Of(Some.With(Score.Quality, null), sample, quality));
    }

    [Fact]
    public void With_ScoreThatIsNeitherLowNorHighForTheBetter_Throws()
    {
        Assert.Throws<ArgumentException>(() => ScoreWeights.Default.With(Score.CloserToTraining, 1));
    }

    private static ScoreWeights Weights(double meanGap = 1, double stdGap = 1, double correlationDistance = 1, double jsEstimate = 1)
    {
        return ScoreWeights.Default
            .With(Score.MeanGap, meanGap)
            .With(Score.StdGap, stdGap)
            .With(Score.CorrelationDistance, correlationDistance)
            .With(Score.JsEstimate, jsEstimate);
    }

    private static Scores Against(double meanGap, double stdGap, double correlationDistance, double jsEstimate)
    {
        return new Scores
        {
            [Score.MeanGap] = meanGap,
            [Score.StdGap] = stdGap,
            [Score.CorrelationDistance] = correlationDistance,
            [Score.JsEstimate] = jsEstimate,
            [Score.Total] = 1,
        };
    }
}
