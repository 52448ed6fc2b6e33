namespace GanSweep.Evaluation.Baselines.Trees;

/// <summary>A node of a tree: the rows that came to it, and if it is divided, by what.</summary>
/// <param name="start">Its first row in the tree's order.</param>
/// <param name="end">Behind its last.</param>
/// <param name="depth">How many divisions lie above it.</param>
internal sealed class TreeNode(int start, int end, int depth)
{
    /// <summary>Its first row in the tree's order.</summary>
    public int Start { get; } = start;

    /// <summary>Behind its last.</summary>
    public int End { get; } = end;

    /// <summary>How many divisions lie above it.</summary>
    public int Depth { get; } = depth;

    /// <summary>How many rows came to it.</summary>
    public int RowCount => End - Start;

    /// <summary>By which predictor its rows are divided.</summary>
    public int Predictor { get; private set; }

    /// <summary>Where those with the lower numbers, or the chosen levels, went; null of a leaf.</summary>
    public TreeNode? Left { get; private set; }

    /// <summary>Where the others went.</summary>
    public TreeNode? Right { get; private set; }

    private int _highestLeft;
    private Dictionary<int, bool>? _isLevelLeft;

    /// <summary>Divides it.</summary>
    /// <param name="predictor">By which predictor.</param>
    /// <param name="highestLeft">Of a measure: the highest code that goes left.</param>
    /// <param name="isLevelLeft">Of levels: which of those that came here go left.</param>
    /// <param name="left">How many rows do.</param>
    public void Divide(int predictor, int highestLeft, Dictionary<int, bool>? isLevelLeft, int left)
    {
        (Predictor, _highestLeft, _isLevelLeft) = (predictor, highestLeft, isLevelLeft);
        Left = new TreeNode(Start, Start + left, Depth + 1);
        Right = new TreeNode(Start + left, End, Depth + 1);
    }

    /// <summary>Whether a row with this code of <see cref="Predictor"/> goes left; a level that never came here goes with the most rows.</summary>
    public bool IsLeft(int code)
    {
        return _isLevelLeft is null ? code <= _highestLeft
            : _isLevelLeft.TryGetValue(code, out bool left) ? left
            : Left!.RowCount >= Right!.RowCount;
    }
}
