using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Evaluation.Boosting.Trees;

/// <summary>
/// Grows the trees of one model: of all leaves the one is divided that gains most, until there are 31 or none gains (Ke et al., "LightGBM: a highly efficient
/// gradient boosting decision tree", 2017). A node's histogram has the sums of the gradients and hessians of each bin's rows and their number; the larger
/// of two children has its parent's less that of the smaller.
/// </summary>
internal sealed class TreeGrower
{
    private const int MostLeaves = 31;
    private const double LearningRate = 0.1;

    private readonly TableBins _bins;
    private readonly byte[][] _cells;
    private readonly bool[] _hasMissing;

    // What the tree that grows may look at.
    private int[] _columns = [];
    private byte[][] _cellsOfColumns = [];

    // A node's rows side by side, in the table's order.
    private readonly int[] _rows;
    private readonly int[] _heldRows;

    // The gradients of a node's rows, in their order.
    private readonly Vector256<double>[] _gathered;

    // Room for a column's bins: 255 and the missing cells'.
    private readonly Vector256<double>[] _column = new Vector256<double>[256];

    /// <param name="bins">The bins.</param>
    /// <param name="cells">The bins of the rows that are trained on, <c>[columns][rows]</c>.</param>
    /// <param name="rowCount">How many rows they are.</param>
    public TreeGrower(TableBins bins, byte[][] cells, int rowCount)
    {
        _bins = bins;
        _cells = cells;
        _hasMissing = [.. cells.Select((column, index) => column.AsSpan().Contains((byte)bins.Missing(index)))];
        _rows = new int[rowCount];
        _heldRows = new int[rowCount];
        _gathered = new Vector256<double>[rowCount];
    }

    /// <summary>Grows a tree, and adds what it says to what the trees before it said.</summary>
    /// <param name="gradients">Of each row the loss's gradient, its hessian, 1, and 0.</param>
    /// <param name="raw">What the trees say of each row, added up; receives the sums with this tree.</param>
    /// <param name="columns">The columns that it may be divided by, ascending.</param>
    public BoostedTree Grow(Vector256<double>[] gradients, double[] raw, int[] columns)
    {
        _columns = columns;
        _cellsOfColumns = [.. columns.Select(column => _cells[column])];
        BoostedTree tree = new(_bins);
        Vector256<double> sums = Vector256<double>.Zero;
        for (int row = 0; row < _rows.Length; row++)
        {
            _rows[row] = row;
            sums += gradients[row];
        }

        GrownNode root = new(0, 0, _rows.Length, sums);
        List<GrownNode> leaves = [root];
        if (CanBeDivided(root))
        {
            Fill(root, gradients);
            root.Split = SplitSearch.Best(_bins, _columns, root.Histogram!, root.Sums);
        }

        while (leaves.Count < MostLeaves && Next(leaves) is { } chosen)
        {
            (GrownNode left, GrownNode right) = Divide(tree, leaves[chosen]);
            if (leaves.Count + 1 < MostLeaves)
            {
                FindSplits(leaves[chosen], left, right, gradients);
            }

            leaves[chosen] = left;
            leaves.Add(right);
        }

        foreach (GrownNode leaf in leaves)
        {
            GiveBack(leaf);
            double value = LearningRate * SplitSearch.ValueOf(leaf.Sums);
            tree.SetValue(leaf.Number, value);
            foreach (int row in _rows.AsSpan(leaf.Start, leaf.Count))
            {
                raw[row] += value;
            }
        }

        return tree;
    }

    private static bool CanBeDivided(GrownNode node)
    {
        return node.Count >= 2 * SplitSearch.FewestInALeaf && node.Sums[1] >= SplitSearch.LeastHessian;
    }

    // The one that gains most; of equal ones the one that was made first.
    private static int? Next(List<GrownNode> leaves)
    {
        int? next = null;
        for (int leaf = 0; leaf < leaves.Count; leaf++)
        {
            double gain = leaves[leaf].Split.Gain;
            double most = next is { } best ? leaves[best].Split.Gain : 0;
            if (gain > most || (gain > 0 && gain == most && leaves[leaf].Number < leaves[next!.Value].Number))
            {
                next = leaf;
            }
        }

        return next;
    }

    private (GrownNode Left, GrownNode Right) Divide(BoostedTree tree, GrownNode node)
    {
        TreeSplit split = node.Split;
        int count = Partition(node, split);

        // Where none was missing in training, a missing cell goes with the more.
        bool missingGoesLeft = _hasMissing[split.Column] ? split.MissingGoesLeft : count > node.Count - count;
        int number = tree.Divide(node.Number, split, missingGoesLeft);
        return (
            new GrownNode(number, node.Start, count, split.Left),
            new GrownNode(number + 1, node.Start + count, node.Count - count, node.Sums - split.Left));
    }

    // The left rows before the right ones, each in their order.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Partition(GrownNode node, TreeSplit split)
    {
        byte[] cells = _cells[split.Column];
        int missing = split.MissingGoesLeft ? _bins.Missing(split.Column) : -1;
        Span<int> rows = _rows.AsSpan(node.Start, node.Count);
        Span<int> held = _heldRows;
        int left = 0;
        int right = 0;
        foreach (int row in rows)
        {
            // Written to both, and kept where it belongs: which way is hard to foretell.
            bool goesLeft = cells[row] <= split.Bin || cells[row] == missing;
            rows[left] = row;
            held[right] = row;
            left += goesLeft ? 1 : 0;
            right += goesLeft ? 0 : 1;
        }

        held[..right].CopyTo(rows[left..]);
        return left;
    }

    private void FindSplits(GrownNode parent, GrownNode left, GrownNode right, Vector256<double>[] gradients)
    {
        if (!CanBeDivided(left) && !CanBeDivided(right))
        {
            GiveBack(parent);
            return;
        }

        (GrownNode smaller, GrownNode larger) = left.Count < right.Count ? (left, right) : (right, left);
        Fill(smaller, gradients);
        larger.Histogram = parent.Histogram;
        parent.Histogram = null;
        larger.Histogram!.Subtract(smaller.Histogram!, _column);
        foreach (GrownNode node in new[] { left, right })
        {
            if (CanBeDivided(node))
            {
                node.Split = SplitSearch.Best(_bins, _columns, node.Histogram!, node.Sums);
            }

            if (node.Split.Gain <= 0)
            {
                GiveBack(node);
            }
        }
    }

    private static void GiveBack(GrownNode node)
    {
        if (node.Histogram is { } histogram)
        {
            histogram.Return();
            node.Histogram = null;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(GrownNode node, Vector256<double>[] gradients)
    {
        ReadOnlySpan<int> rows = _rows.AsSpan(node.Start, node.Count);
        Span<Vector256<double>> gathered = _gathered.AsSpan(0, rows.Length);
        for (int i = 0; i < gathered.Length; i++)
        {
            gathered[i] = gradients[rows[i]];
        }

        node.Histogram = new Histogram(_cellsOfColumns, rows, gathered, _column);
    }
}
