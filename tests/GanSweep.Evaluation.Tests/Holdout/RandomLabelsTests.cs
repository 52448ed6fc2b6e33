using GanSweep.Evaluation.Holdout;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Tests.Holdout;

public sealed class RandomLabelsTests
{
    private static readonly Table Rows = new(["t"], [[.. Enumerable.Range(0, 100).Select(row => (double)row)]]);

    [Fact]
    public void Draw_OfRowsByThemselves_IsHalvesAsTheyWere()
    {
        HoldoutSplit split = HoldoutSplit.Of(Rows, 0.2);

        var labels = RandomLabels.Of(split, [.. Enumerable.Range(0, 80)], [.. Enumerable.Range(0, 20)]);

        Assert.False(labels.AreStretches);
        for (int draw = 0; draw < 20; draw++)
        {
            (int[] heldOut, int[] members) = labels.Draw(draw);
            int[] order = Halves.Of(100, draw);
            Assert.Equal(order[..20], heldOut);
            Assert.Equal(order[20..], members);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Draw_OfRowsInTime_IsAsManyStretchesAsThereAreBlocks(int blocks)
    {
        HoldoutSplit split = HoldoutSplit.Of(Rows, 0.4, new RowSequence("t", Window: 1, Blocks: blocks));
        int[] heldOut = [.. Enumerable.Range(0, split.HeldOut!.RowCount)];
        double[] stamps = [.. split.Training.Column(0), .. split.HeldOut.Column(0)];
        double[] sorted = [.. stamps.Order()];

        var labels = RandomLabels.Of(split, [.. Enumerable.Range(0, 60)], heldOut);

        Assert.True(labels.AreStretches);
        HashSet<double> begins = [];
        for (int draw = 0; draw < 50; draw++)
        {
            (int[] others, int[] members) = labels.Draw(draw);
            Assert.Equal(Enumerable.Range(0, stamps.Length), others.Concat(members).Order());
            Assert.Equal(heldOut.Length, others.Length);
            begins.Add(stamps[others[0]]);

            // Around the end to the beginning.
            bool[] isHeldOut = [.. sorted.Select(stamp => others.Any(record => stamps[record] == stamp))];
            Assert.Equal(blocks, isHeldOut.Where((held, place) => held && !isHeldOut[(place + isHeldOut.Length - 1) % isHeldOut.Length]).Count());
        }

        Assert.True(begins.Count > 20);
    }

    [Fact]
    public void Draw_OfSomeRows_TakesThemInTheOrderOfTime()
    {
        HoldoutSplit split = HoldoutSplit.InTime(Rows.Take([60, 20, 80, 0, 40]), Rows.Take([50, 30, 10]), new RowSequence("t", Window: 1));

        (int[] heldOut, int[] members) = RandomLabels.Of(split, [0, 1, 3], [2, 0]).Draw(0);

        // The records are 60, 20, 0, 10 and 50.
        int[] order = [2, 3, 1, 4, 0];
        Assert.Equal(order, heldOut.Concat(members).OrderBy(record => Array.IndexOf(order, record)));
        Assert.Equal(2, heldOut.Length);
    }
}
