namespace GanSweep.Evaluation.Baselines.Trees;

/// <summary>Brings the rows of a node into the order of their levels' mean targets.</summary>
/// <param name="rows">The most rows of a node.</param>
/// <param name="levels">The most levels of a predictor.</param>
internal sealed class LevelOrder(int rows, int levels)
{
    private readonly int[] _counts = new int[levels];
    private readonly double[] _sums = new double[levels];
    private readonly int[] _ordered = new int[rows];

    /// <summary>The rows by the mean target of their level, the lower level first of those that have the same; valid until the next call.</summary>
    public ReadOnlySpan<int> Of(ReadOnlySpan<int> ofNode, int[] codes, SplitTarget target)
    {
        List<int> found = [];
        foreach (int row in ofNode)
        {
            int level = codes[row];
            if (_counts[level]++ == 0)
            {
                found.Add(level);
                _sums[level] = 0;
            }

            _sums[level] += target.OrderOf(row);
        }

        (double Mean, int Level)[] order = [.. found.Select(level => (_sums[level] / _counts[level], level))];
        Array.Sort(order);

        // How often a level occurs becomes where its next row goes.
        int start = 0;
        foreach ((_, int level) in order)
        {
            (_counts[level], start) = (start, start + _counts[level]);
        }

        foreach (int row in ofNode)
        {
            _ordered[_counts[codes[row]]++] = row;
        }

        foreach (int level in found)
        {
            _counts[level] = 0;
        }

        return _ordered.AsSpan(0, ofNode.Length);
    }
}
