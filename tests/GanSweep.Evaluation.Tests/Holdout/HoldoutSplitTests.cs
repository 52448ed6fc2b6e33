using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Privacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Evaluation.Tests.Standards;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Holdout;

public class HoldoutSplitTests(LossesYardsticks ofLosses)
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
    public void Order_OfMissingCellsAndLevels_PutsMissingLastAndLevelsByTheirNumber()
    {
        Assert.Equal([2, 0, 3, 1], StratifiedDraw.Order(Tables.Of([5, double.NaN, -3, 8])));
        Assert.Equal([3, 1, 0, 2], StratifiedDraw.Order(MixedTables.OfLevels(["z", "y", "x"], 2, 1, double.NaN, 0)));
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
        Assert.True(new TableScorer(Losses).Score(split.Training, ofLosses.Value.SecondSample).Total < 0.4);
    }

    [Fact]
    public void Of_ATinyTable_LeavesTwoRowsToTrainOn()
    {
        Assert.Equal(2, HoldoutSplit.Of(Tables.Of([1, 2, 3]), 0.5).Training.RowCount);
        Assert.Null(HoldoutSplit.Of(Tables.Of([1, 2]), 0.5).HeldOut);
    }

    [Theory]
    [InlineData(391, 0, 0)]
    [InlineData(391, 0.2, 78)]
    [InlineData(10, 0.01, 1)]
    [InlineData(10, 0.5, 5)]
    [InlineData(3, 0.5, 1)]
    [InlineData(2, 0.5, 0)]
    public void CountOf_AShare_IsRoundedAndLeavesTwo(int rows, double share, int count)
    {
        Assert.Equal(count, HoldoutSplit.CountOf(rows, share));
    }

    [Fact]
    public void Of_AShare_HoldsOneOfEachBlockOfRanks()
    {
        double[] shuffled = [.. Enumerable.Range(0, 100).Select(row => (double)(row * 37 % 100))];

        double[] heldOut = HoldoutSplit.Of(Tables.Of(shuffled), 0.2).HeldOut!.Column(0).ToArray();

        Assert.Equal(Enumerable.Range(0, 20), heldOut.Order().Select(value => (int)value / 5));
        Assert.True(heldOut.Select(value => value % 5).Distinct().Count() > 2);
    }
}
