namespace GanSweep.Evaluation.Baselines.Trees;

/// <summary>
/// What a tree is grown to tell apart: how much purer two parts of a node's rows are than all of them, as rows go one by one from the right part to the
/// left.
/// </summary>
internal abstract class SplitTarget
{
    /// <summary>Takes on the rows of a node.</summary>
    public abstract void Begin(ReadOnlySpan<int> rows);

    /// <summary>The impurity of the node's rows, summed over them: 0 if they are all the same.</summary>
    public abstract double Impurity { get; }

    /// <summary>Puts all of the node's rows into the right part.</summary>
    public abstract void Reset(ReadOnlySpan<int> rows);

    /// <summary>Puts a row into the left part.</summary>
    public abstract void MoveLeft(int row);

    /// <summary>How much less impure the two parts are than the node; neither may be empty.</summary>
    public abstract double Gain { get; }

    /// <summary>A row's part in the order of the levels of a predictor, which go by their mean of it.</summary>
    public abstract double OrderOf(int row);
}
