using GanSweep.Evaluation.Holdout;
using GanSweep.Tables;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Tests.Holdout;

public sealed class TimeBlocksTests
{
    // Every second row is of the other series, and the clock runs backwards.
    private static readonly Table Rows = new(
        [new ColumnSchema("t"), new ColumnSchema("group", ColumnKind.Category) { Levels = ["a", "b"] }],
        [[.. Enumerable.Range(0, 100).Select(row => 100.0 - row)], [.. Enumerable.Range(0, 100).Select(row => row % 2.0)]]);

    [Fact]
    public void Of_RowsThatFollowEachOther_HoldsTheLastOnesOut()
    {
        HoldoutSplit split = HoldoutSplit.Of(Rows, 0.2, new RowSequence("t"));

        Assert.Equal([.. Enumerable.Range(0, 20).Select(row => 100.0 - row)], split.HeldOut!.Column(0).ToArray());
        Assert.Equal(Enumerable.Range(20, 80), split.TrainingRows);
        Assert.Equal(80, split.Training.RowCount);
    }

    [Fact]
    public void Of_SeveralSeries_HoldsTheLastOfEachOut()
    {
        HoldoutSplit split = HoldoutSplit.Of(Rows, 0.2, new RowSequence("t", "group"));

        Assert.Equal(10, split.HeldOut!.Column(1).ToArray().Count(group => group == 0));
        Assert.True(split.HeldOut.Column(0).ToArray().Min() > split.Training.Column(0).ToArray().Max());
    }

    [Fact]
    public void Of_Blocks_HoldsTheirMiddlesOutAndLeavesRowsAtTheirEnds()
    {
        Table rows = new(["t"], [[.. Enumerable.Range(0, 200).Select(row => (double)row)]]);
        RowSequence sequence = new("t", Window: 3, Blocks: 4);

        HoldoutSplit split = HoldoutSplit.Of(rows, 0.2, sequence);

        // Four blocks of ten rows, each the end of a quarter; the last has an end of its own.
        Assert.Equal([.. Enumerable.Range(43, 4), .. Enumerable.Range(93, 4), .. Enumerable.Range(143, 4), .. Enumerable.Range(193, 7)], split.HeldOut!.Column(0).ToArray().Select(row => (int)row));
        Assert.Equal(Enumerable.Range(0, 200).Where(row => row % 50 < 40), split.TrainingRows);
        (int[] order, System.Collections.Immutable.ImmutableArray<int> lengths) = split.OrderOf(sequence);
        Assert.Equal([40, 40, 40, 40], lengths);
        Assert.Equal(Enumerable.Range(0, 160), order);
    }

    [Fact]
    public void Of_BlocksOfSeveralSeries_CutsEachByItself()
    {
        RowSequence sequence = new("t", "group", Window: 1, Blocks: 2);

        HoldoutSplit split = HoldoutSplit.Of(Rows, 0.2, sequence);

        // Of each series of fifty rows two blocks of five, without a row at either end but the last.
        Assert.Equal(2 * (3 + 4), split.HeldOut!.RowCount);
        Assert.Equal(80, split.Training.RowCount);
        (int[] order, System.Collections.Immutable.ImmutableArray<int> lengths) = split.OrderOf(sequence);
        Assert.Equal([20, 20, 20, 20], lengths);
        Assert.Equal(Enumerable.Range(0, 80), order.Order());
        Assert.All(Enumerable.Range(0, 4), series => Assert.All(
            Enumerable.Range((series * 20) + 1, 19), place => Assert.Equal(2, split.Training.Column(0)[order[place]] - split.Training.Column(0)[order[place - 1]])));
    }

    [Fact]
    public void Of_BlocksThatGapsTakeWhole_HoldsNothingOut()
    {
        Table rows = new(["t"], [[.. Enumerable.Range(0, 100).Select(row => (double)row)]]);

        Assert.Null(HoldoutSplit.Of(rows, 0.2, new RowSequence("t", Window: 10, Blocks: 4)).HeldOut);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.13)]
    [InlineData(0.5)]
    public void Of_AnyShare_HoldsAsManyOutAsOfRowsByThemselves(double share)
    {
        Table uneven = Rows.Take([.. Enumerable.Range(0, 71)]);

        Assert.Equal(HoldoutSplit.CountOf(71, share), HoldoutSplit.Of(uneven, share, new RowSequence("row", "group")).HeldOut!.RowCount);
        Assert.Null(HoldoutSplit.Of(uneven, 0, new RowSequence("row")).HeldOut);
    }

    [Fact]
    public void From_AnyDraw_IsOneStretchOrGoesOnAtTheBeginning()
    {
        int[] order = [.. Enumerable.Range(0, 50)];

        for (int draw = 0; draw < 200; draw++)
        {
            (int[] drawn, int[] left) = TimeBlocks.From(order, 10, draw);
            Assert.Equal(10, drawn.Length);
            Assert.Equal(order, drawn.Concat(left).Order());
            Assert.All(drawn.Skip(1).Zip(drawn), pair => Assert.Equal((pair.Second + 1) % 50, pair.First));
        }

        Assert.True(Enumerable.Range(0, 200).Select(draw => TimeBlocks.From(order, 10, draw).Drawn[0]).Distinct().Count() > 40);
    }

    [Fact]
    public void From_Blocks_AreEvenlySpread()
    {
        int[] order = [.. Enumerable.Range(0, 50)];

        for (int draw = 0; draw < 200; draw++)
        {
            (int[] drawn, int[] left) = TimeBlocks.From(order, 11, draw, blocks: 2);
            Assert.Equal(11, drawn.Length);
            Assert.Equal(order, drawn.Concat(left).Order());
            Assert.Equal(left.Order(), left);
            Assert.Equal([.. Enumerable.Range(0, 5), .. Enumerable.Range(25, 6)], drawn.Select(row => (row - drawn[0] + 50) % 50));
        }
    }

    [Fact]
    public void InTime_HeldOutRowsBetweenOthers_EndsStretchesThere()
    {
        RowSequence sequence = new("t", Window: 2);
        Table training = Of([9, 0, 1, 2, 5, 6, 10]);
        Table heldOut = Of([4, 3, 8, 7]);

        HoldoutSplit split = HoldoutSplit.InTime(training, heldOut, sequence);

        Assert.Equal([1, 2, 3, 4, 5, 0, 6], split.OrderOf(sequence).Rows);
        Assert.Equal([3, 2, 2], split.OrderOf(sequence).Lengths);
        SplitOrder order = split.Order!;
        Assert.Equal([0, 1, 2, 5, 6, 9, 10], order.Training.Places);
        Assert.Equal([9, 0, 1, 2, 5, 6, 10], order.Training.PlacesOfRows);
        Assert.Equal([1, 0, 3, 2], order.HeldOut.Rows);
        Assert.Equal([4, 3, 8, 7], order.HeldOut.PlacesOfRows);
        Assert.Equal(2, order.Blocks);
        Assert.Null(split.TrainingRows);
    }

    [Fact]
    public void InTime_TheOrderOfTheFile_HasHeldOutRowsAfterTheOthers()
    {
        HoldoutSplit split = HoldoutSplit.InTime(Rows.Take([.. Enumerable.Range(0, 60)]), Rows.Take([.. Enumerable.Range(60, 40)]), new RowSequence(RowSequence.FileOrder, "group"));

        Assert.Equal([30, 30], split.Order!.Training.Lengths);
        Assert.Equal([0, 50], split.Order.Training.Starts);
        Assert.Equal([20, 20], split.Order.HeldOut.Lengths);
        Assert.Equal([30, 80], split.Order.HeldOut.Starts);
        Assert.Equal(1, split.Order.Blocks);
    }

    [Fact]
    public void Of_ADividedTable_KnowsWhereItsRowsStandInTime()
    {
        RowSequence sequence = new("t", "group", Window: 1, Blocks: 2);
        int[] order = SequencedTable.OrderOf(Rows, sequence).Rows;

        HoldoutSplit split = HoldoutSplit.Of(Rows, 0.2, sequence);

        Assert.Equal(split.TrainingRows!.Select(row => Array.IndexOf(order, row)), split.Order!.Training.PlacesOfRows);
        Assert.Equal(split.HeldOut!.Column(0).ToArray().Select(stamp => Array.IndexOf(order, (int)(100 - stamp))), split.Order.HeldOut.PlacesOfRows);
        HoldoutSplit ordered = split.Ordered(SequencedTable.Of(Rows, sequence), rows => rows);
        Assert.Equal(split.Order.Training.Places, ordered.Order!.Training.PlacesOfRows);
        Assert.Equal((IEnumerable<int>)split.Order.Training.Lengths, ordered.Order.Training.Lengths);
    }

    private static Table Of(double[] stamps)
    {
        return new Table(["t"], [stamps]);
    }

    [Fact]
    public void From_SeveralSeries_DrawsTheSamePlacesOfEach()
    {
        // A series of forty rows and one of twenty, of which rows are drawn twice.
        int[] order = [.. Enumerable.Range(0, 60)];
        int[] series = [.. order.Select(row => row < 40 ? 0 : 1)];
        for (int draw = 0; draw < 60; draw++)
        {
            (int[] drawn, int[] left) = TimeBlocks.From(order, 12, draw, blocks: 2, series);
            (int[] again, int[] rest) = TimeBlocks.From(left, 12, draw + 1, blocks: 2, series);

            Assert.Equal([8, 4], ((int[])[0, 1]).Select(one => drawn.Count(row => series[row] == one)));
            Assert.Equal([8, 4], ((int[])[0, 1]).Select(one => again.Count(row => series[row] == one)));
            int first = drawn[0];
            int other = drawn.First(row => series[row] == 1) - 40;
            Assert.Equal(first / 2, other);
            Assert.Equal(order, drawn.Concat(again).Concat(rest).Order());
        }
    }
}
