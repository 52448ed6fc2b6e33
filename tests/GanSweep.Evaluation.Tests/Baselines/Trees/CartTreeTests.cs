using GanSweep.Evaluation.Baselines.Trees;

namespace GanSweep.Evaluation.Tests.Baselines.Trees;

public sealed class CartTreeTests
{
    [Fact]
    public void Grow_OfAStep_DividesAtIt()
    {
        double[] x = [.. Enumerable.Range(0, 20).Select(row => (double)row)];
        CartTree tree = CartTree.Grow([Measure(x)], new VarianceTarget([.. x.Select(value => value < 8 ? -1.0 : 1)]), All(20));

        Assert.Equal(Enumerable.Range(0, 8), LeafOf(tree, 3).Order());
        Assert.Equal(Enumerable.Range(8, 12), LeafOf(tree, 19).Order());
    }

    // The numbers of the levels are in no order: 0, 3 and 5 have one class and the others another.
    [Fact]
    public void Grow_OfLevels_DividesThemByTheirClass()
    {
        double[] levels = [.. Enumerable.Range(0, 60).Select(row => (double)(row % 6))];
        int[] classes = [.. levels.Select(level => level is 0 or 3 or 5 ? 1 : 0)];
        CartTree tree = CartTree.Grow([new CodedColumn(MixedTables.OfLevels([.. All(7).Select(level => $"{level}")], levels), 0)], new GiniTarget(classes, 2), All(60));

        Assert.All(Enumerable.Range(0, 6), level => Assert.All(LeafOf(tree, level).ToArray(), row => Assert.Equal(classes[level], classes[row])));

        // Level 6 never occurred.
        Assert.Equal(30, LeafOf(tree, 6).Length);
    }

    [Fact]
    public void Grow_OfMissingCells_PutsThemAside()
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(row => row % 4 == 0 ? double.NaN : row)];
        int[] classes = [.. x.Select(value => double.IsNaN(value) ? 2 : 0)];
        CodedColumn measure = Measure(x);
        CartTree tree = CartTree.Grow([measure], new GiniTarget(classes, 3), All(40));

        Assert.Equal(Enumerable.Range(0, 10).Select(row => row * 4), LeafOf(tree, measure.Missing).Order());
        Assert.True(double.IsNaN(measure.ValueOf(measure.Codes[0])));
        Assert.Equal(39, measure.ValueOf(measure.Codes[39]));
    }

    [Fact]
    public void Grow_OfNoise_LeavesFiveRowsInALeaf()
    {
        double[] x = [.. Enumerable.Range(0, 200).Select(row => row * 7919.0 % 200)];
        CartTree tree = CartTree.Grow([Measure(x)], new VarianceTarget([.. Enumerable.Range(0, 200).Select(row => (row * 31 % 17 / 8.0) - 1)]), All(200));

        int[] sizes = [.. Enumerable.Range(0, 200).Select(code => LeafOf(tree, code).Length)];
        Assert.InRange(sizes.Min(), 5, 9);
        Assert.True(sizes.Average() < 12, $"{sizes.Average()}");
    }

    [Fact]
    public void Grow_OfOneClassOrNoPredictor_IsOneLeaf()
    {
        Assert.Equal(20, LeafOf(CartTree.Grow([Measure([.. All(20).Select(row => (double)row)])], new GiniTarget(new int[20], 1), All(20)), 3).Length);
        Assert.Equal(20, CartTree.Grow([], new VarianceTarget([.. All(20).Select(row => row / 20.0)]), All(20)).LeafOf([], 0).Length);
    }

    private static int[] LeafOf(CartTree tree, int code)
    {
        return tree.LeafOf([[code]], 0).ToArray();
    }

    private static int[] All(int rows)
    {
        return [.. Enumerable.Range(0, rows)];
    }

    private static CodedColumn Measure(double[] values)
    {
        return new CodedColumn(Tables.Of(values), 0);
    }
}
