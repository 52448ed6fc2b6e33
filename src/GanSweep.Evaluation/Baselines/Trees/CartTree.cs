namespace GanSweep.Evaluation.Baselines.Trees;

/// <summary>
/// A classification or regression tree (Breiman, Friedman, Olshen and Stone, "Classification and regression trees", 1984), grown until a node has fewer
/// than ten rows, is pure, gains less than 10⁻⁸ of the whole impurity, or lies below thirty divisions, with at least five rows a leaf, and not pruned: as
/// synthpop grows it. Measures are divided at a threshold, with missing cells above all others; levels in the order of their mean target, or of their
/// share of the node's most frequent class, which is the best division for numbers and for two classes.
/// </summary>
internal sealed class CartTree
{
    private const int FewestInALeaf = 5;
    private const int MostDivisions = 30;
    private const double LeastGain = 1e-8;

    private readonly CodedColumn[] _predictors;
    private readonly SplitTarget _target;
    private readonly TreeNode _root;

    // All rows, a node's side by side.
    private readonly int[] _rows;

    // Of each measure, all rows in its order, but a node's side by side: nothing is sorted twice. Null for levels.
    private readonly int[]?[] _ordered;
    private readonly bool[] _isLeft;
    private readonly int[] _held;
    private readonly LevelOrder _levels;

    private CartTree(CodedColumn[] predictors, SplitTarget target, int[] rows)
    {
        _predictors = predictors;
        _target = target;
        _rows = rows;
        _ordered = [.. predictors.Select(predictor => predictor.HasLevels ? null : Sorted(rows, predictor.Codes))];
        _isLeft = new bool[predictors.Length == 0 ? 0 : predictors[0].Codes.Length];
        _held = new int[rows.Length];
        _levels = new LevelOrder(rows.Length, predictors.Where(predictor => predictor.HasLevels).Select(predictor => predictor.Missing + 1).DefaultIfEmpty(0).Max());
        _root = new TreeNode(0, rows.Length, depth: 0);
    }

    /// <summary>Grows a tree.</summary>
    /// <param name="predictors">What it may divide by.</param>
    /// <param name="target">What it tells apart.</param>
    /// <param name="rows">The rows that it is grown on, at least one.</param>
    public static CartTree Grow(CodedColumn[] predictors, SplitTarget target, int[] rows)
    {
        CartTree tree = new(predictors, target, [.. rows]);
        target.Begin(rows);
        double leastGain = LeastGain * target.Impurity;
        Stack<TreeNode> open = new([tree._root]);
        while (open.TryPop(out TreeNode? node))
        {
            if (tree.TryDivide(node, leastGain))
            {
                open.Push(node.Right!);
                open.Push(node.Left!);
            }
        }

        return tree;
    }

    /// <summary>The rows of the leaf that a row comes to.</summary>
    /// <param name="codes">The codes of each predictor, <c>[predictors][rows]</c>.</param>
    /// <param name="row">The row.</param>
    public ReadOnlySpan<int> LeafOf(int[][] codes, int row)
    {
        TreeNode node = _root;
        while (node.Left is { } left)
        {
            node = node.IsLeft(codes[node.Predictor][row]) ? left : node.Right!;
        }

        return RowsOf(node);
    }

    private Span<int> RowsOf(TreeNode node)
    {
        return _rows.AsSpan(node.Start, node.RowCount);
    }

    private bool TryDivide(TreeNode node, double leastGain)
    {
        if (node.RowCount < 2 * FewestInALeaf || node.Depth == MostDivisions)
        {
            return false;
        }

        _target.Begin(RowsOf(node));
        if (!(_target.Impurity > leastGain))
        {
            return false;
        }

        (int Predictor, int Left, double Gain) best = (-1, 0, leastGain);
        for (int predictor = 0; predictor < _predictors.Length; predictor++)
        {
            (int left, double gain) = BestOf(OrderedRowsOf(node, predictor), _predictors[predictor].Codes, best.Gain);
            best = left > 0 ? (predictor, left, gain) : best;
        }

        if (best.Predictor < 0)
        {
            return false;
        }

        Divide(node, best.Predictor, best.Left);
        return true;
    }

    // Where to divide rows in the order of a predictor, if that gains more than is known.
    private (int Left, double Gain) BestOf(ReadOnlySpan<int> ordered, int[] codes, double gain)
    {
        (int Left, double Gain) best = (0, gain);
        if (codes[ordered[0]] == codes[ordered[^1]])
        {
            return best;
        }

        _target.Reset(ordered);
        for (int left = 1; left <= ordered.Length - FewestInALeaf; left++)
        {
            _target.MoveLeft(ordered[left - 1]);
            if (left >= FewestInALeaf && codes[ordered[left - 1]] != codes[ordered[left]] && _target.Gain > best.Gain)
            {
                best = (left, _target.Gain);
            }
        }

        return best;
    }

    private ReadOnlySpan<int> OrderedRowsOf(TreeNode node, int predictor)
    {
        return _ordered[predictor] is { } ordered
            ? ordered.AsSpan(node.Start, node.RowCount)
            : _levels.Of(RowsOf(node), _predictors[predictor].Codes, _target);
    }

    private void Divide(TreeNode node, int predictor, int left)
    {
        int[] codes = _predictors[predictor].Codes;
        ReadOnlySpan<int> ordered = OrderedRowsOf(node, predictor);
        Dictionary<int, bool>? isLevelLeft = _predictors[predictor].HasLevels ? [] : null;
        for (int i = 0; i < ordered.Length; i++)
        {
            _isLeft[ordered[i]] = i < left;
            isLevelLeft?.TryAdd(codes[ordered[i]], i < left);
        }

        node.Divide(predictor, codes[ordered[left - 1]], isLevelLeft, left);
        Part(RowsOf(node));
        foreach (int[]? rows in _ordered)
        {
            if (rows is not null)
            {
                Part(rows.AsSpan(node.Start, node.RowCount));
            }
        }
    }

    // Those that go left before the others, both in their order.
    private void Part(Span<int> rows)
    {
        int left = 0;
        int right = 0;
        foreach (int row in rows)
        {
            if (_isLeft[row])
            {
                rows[left++] = row;
            }
            else
            {
                _held[right++] = row;
            }
        }

        _held.AsSpan(0, right).CopyTo(rows[left..]);
    }

    private static int[] Sorted(int[] rows, int[] codes)
    {
        // Code and place in one number, so that equal ones keep their order.
        long[] places = [.. rows.Select((row, place) => ((long)codes[row] << 32) | (uint)place)];
        Array.Sort(places);
        return [.. places.Select(place => rows[(int)(uint)place])];
    }
}
