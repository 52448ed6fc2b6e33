using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Tests.Standards;

public sealed class TimeYardsticksTests
{
    private static readonly Table Returns = OracleFiles.Table("time/real.csv").Take([.. Enumerable.Range(0, 600)]);
    private static readonly RowSequence InOrder = new(RowSequence.FileOrder);

    private static readonly Lazy<Yardsticks> OfReturns = new(() => YardstickEstimator.Estimate(Returns, 0.2, 1200, CancellationToken.None, sequence: InOrder));
    private static readonly Lazy<Yardsticks> WithoutOrder = new(() => YardstickEstimator.Estimate(Returns, 0.2, 1200, CancellationToken.None));

    [Fact]
    public void Estimate_OfRowsThatFollowEachOther_HasWhatBlocksGetInTheScoresOfTime()
    {
        Yardsticks yardsticks = OfReturns.Value;

        Assert.Equal(1, yardsticks.SecondSample.Total, 1e-12);
        Assert.All(Score.Defaults.Where(score => score.NeedsSequence), score =>
        {
            Assert.True(yardsticks.SecondSample[score] > 0, score.Name);
            Assert.True(yardsticks.Floor[score] > 0, score.Name);
        });

        // Blocks keep clusters, rows that are drawn one by one do not; blocks are copies.
        Scores iid = ScoresOf("iid");
        Assert.True(yardsticks.SecondSample[Score.VolatilityGap] < iid[Score.VolatilityGap]);
        Assert.True(yardsticks.SecondSample[Score.CopiedRun] > 30);
        Assert.True(ScoresOf("stationaryBootstrap")[Score.MeanCopiedRun] > 5);
        Assert.InRange(iid[Score.CopiedRun]!.Value, 1, 4);
        Assert.Equal(0, ScoresOf("filteredHistoricalSimulation")[Score.CopiedRun]);
        Assert.InRange(yardsticks.UnseenOf(Score.CopiedRun)!.High, 1, 4);
    }

    [Fact]
    public void Estimate_OfRowsThatFollowEachOther_LeavesTheOtherScoresOfDrawsAsTheyAre()
    {
        Assert.All(Score.Defaults.Where(score => !score.NeedsSequence), score =>
        {
            Assert.Equal(WithoutOrder.Value.SecondSample[score], OfReturns.Value.SecondSample[score]);
            Assert.Null(WithoutOrder.Value.SecondSample[Score.DrawdownGap]);
        });
        Assert.Equal(["columnBootstrap", "gaussianCopula", "smote", "cart", "dpCopula", "noisyCopies"], WithoutOrder.Value.Baselines.Select(baseline => baseline.Name));
        Assert.Equal(["iid", "stationaryBootstrap", "filteredHistoricalSimulation"], OfReturns.Value.Baselines.Skip(6).Select(baseline => baseline.Name));
    }

    [Fact]
    public void SecondSample_OfRowsThatFollowEachOther_IsTheBeginningOfTheEstimate()
    {
        Scores first = YardstickEstimator.SecondSample(Returns, TestContext.Current.CancellationToken, InOrder);

        Assert.All(Score.Defaults, score => Assert.Equal(OfReturns.Value.SecondSample[score], first[score]));
    }

    [Fact]
    public void Score_OfRowsAsDrawn_CountsTimeInTheTotal()
    {
        TableScorer scorer = new(Returns, HoldoutSplit.Of(Returns, 0.2, InOrder), sequence: InOrder);

        Scores own = scorer.Score(Returns, OfReturns.Value.SecondSample);

        Assert.Equal(0, own.Total);
        Assert.Equal(600, own[Score.CopiedRun]);
        int[] mixed = [.. Enumerable.Range(0, 600).OrderBy(row => TimeTables.Normal(600, 1)[row])];
        Scores shuffled = scorer.Score(Returns.Take(mixed), OfReturns.Value.SecondSample);
        Assert.True(shuffled.Total > 0.3, $"{shuffled.Total}");
        Assert.Equal(0, shuffled[Score.MeanGap]!.Value, 1e-12);
    }

    private static Scores ScoresOf(string baseline)
    {
        return OfReturns.Value.Baselines.Single(each => each.Name == baseline).Scores;
    }
}
