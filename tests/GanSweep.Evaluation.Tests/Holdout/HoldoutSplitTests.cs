using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Privacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Holdout;

public class HoldoutSplitTests
{
    private static readonly Table Losses = OracleFiles.Table("eu-stock-losses.csv");

    [Theory]
    [InlineData(0.2, 78)]
    [InlineData(0.5, 196)]
    [InlineData(0.0001, 1)]
    public void Of_AShare_DividesEveryRowOnceInTheTablesOrder(double share, int heldOut)
    {
        HoldoutSplit split = HoldoutSplit.Of(Losses, share);

        Assert.Equal(heldOut, split.HeldOut!.RowCount);
        Assert.Equal(Losses.RowCount, split.Training.RowCount + heldOut);
        Assert.Equal(Losses.Column(0).ToArray().Order(), split.Whole().Column(0).ToArray().Order());
        int[] positions = [.. split.HeldOut.Column(0).ToArray().Select(value => Array.IndexOf(Losses.Column(0).ToArray(), value))];
        Assert.Equal(positions.Order(), positions);
    }

    [Fact]
    public void Of_NoShare_TrainsOnEverything()
    {
        HoldoutSplit split = HoldoutSplit.Of(Losses, 0);

        Assert.Same(Losses, split.Training);
        Assert.Null(split.HeldOut);
        Assert.Same(Losses, split.Whole());
    }

    [Fact]
    public void Of_AShare_LeavesTrainingRowsThatResembleTheTable()
    {
        HoldoutSplit split = HoldoutSplit.Of(Losses, 0.2);

        // A second sample of the table would score about 1; rows held out without strata about a half.
        var yardsticks = YardstickEstimator.Estimate(Losses, 0, 2000, TestContext.Current.CancellationToken);
        Assert.True(new TableScorer(Losses).Score(split.Training, yardsticks.SecondSample).Total < 0.4);
    }

    [Fact]
    public void Of_ATinyTable_LeavesTwoRowsToTrainOn()
    {
        Assert.Equal(2, HoldoutSplit.Of(Tables.Of([1, 2, 3]), 0.5).Training.RowCount);
        Assert.Null(HoldoutSplit.Of(Tables.Of([1, 2]), 0.5).HeldOut);
    }
}
