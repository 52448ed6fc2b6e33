using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Numerics.Tables;

namespace GanSweep.Evaluation.Tests;

public class YardstickEstimatorTests
{
    private static readonly Table Losses = OracleFiles.Table("eu-stock-losses.csv");

    [Fact]
    public void Estimate_OfTheLosses_IsWhatTheDesignSays()
    {
        Yardsticks yardsticks = Estimate(Losses, 10 * Losses.RowCount);

        // Means of 200 draws; the tolerances are three of their standard errors.
        AssertScores(yardsticks.Floor, 0.0124, 0.0235, 0.0145, 0.0009, 0.15);
        AssertScores(yardsticks.SecondSample, 0.0402, 0.0735, 0.0458, 0.0090, 0.15);
        Assert.Equal(1, yardsticks.SecondSample.Total);
        Assert.Equal(0.27, yardsticks.Floor.Total, 0.03);
    }

    [Fact]
    public void Estimate_Again_IsTheSameToTheBit()
    {
        Assert.Equal(Estimate(Losses, 2000), Estimate(Losses, 2000));
    }

    [Fact]
    public void Estimate_WithAsManyRowsAsTheTable_DrawsTheTwoYardsticksApart()
    {
        Yardsticks yardsticks = Estimate(Losses, Losses.RowCount);

        Assert.NotEqual(yardsticks.Floor.MeanGap, yardsticks.SecondSample.MeanGap);
        Assert.Equal(1, yardsticks.Floor.Total, 0.15);
    }

    [Fact]
    public void Estimate_OfColumnsThatAreMultiples_HasNoCorrelationYardstickMadeOfRounding()
    {
        double[] column = Losses.Column(0).ToArray();
        Table multiples = Tables.Of(column, [.. column.Select(value => value * 3.7)]);

        Yardsticks yardsticks = Estimate(multiples, 2000);

        Assert.Equal(0, yardsticks.SecondSample.CorrelationDistance);
        Assert.Equal(1, yardsticks.SecondSample.Total);
    }

    [Fact]
    public void Estimate_OfAConstantTable_IsZero()
    {
        Yardsticks yardsticks = Estimate(Tables.Of([0.1, 0.1, 0.1], [7, 7, 7]), 100);

        Assert.Equal(new Yardsticks(new GanScores(), new GanScores()), yardsticks);
    }

    [Fact]
    public void Estimate_OfTooFewRows_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimate(Losses, 1));
        Assert.Throws<ArgumentException>(() => Estimate(Tables.Of([1]), 100));
    }

    [Fact]
    public void Estimate_Cancelled_GivesUp()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => YardstickEstimator.Estimate(Losses, 2000, new CancellationToken(canceled: true)));
    }

    private static Yardsticks Estimate(Table real, int evaluationRows)
    {
        return YardstickEstimator.Estimate(real, evaluationRows, TestContext.Current.CancellationToken);
    }

    private static void AssertScores(GanScores scores, double meanGap, double stdGap, double correlationDistance, double jsEstimate, double share)
    {
        Assert.Equal(meanGap, scores.MeanGap, meanGap * share);
        Assert.Equal(stdGap, scores.StdGap, stdGap * share);
        Assert.Equal(correlationDistance, scores.CorrelationDistance, correlationDistance * share);
        Assert.Equal(jsEstimate, scores.JsEstimate, jsEstimate * share);
        Assert.Null(scores.JsAdversarial);
    }
}
