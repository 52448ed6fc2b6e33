using System.Runtime.Intrinsics;

namespace GanSweep.Evaluation.Boosting.Losses;

/// <summary>What a boosted model is to tell of each row, and how wrong it is. A model has one or several outputs, each the sum of its trees: the raw numbers, <c>[outputs][rows]</c>.</summary>
internal abstract class BoostingLoss
{
    /// <summary>How many rows there are.</summary>
    public abstract int RowCount { get; }

    /// <summary>What the model says before its first tree: the constant that is least wrong, <c>[outputs]</c>.</summary>
    public abstract double[] Start { get; }

    /// <summary>Of each row the loss's gradient and hessian by the raw number, 1, and 0.</summary>
    /// <param name="raw">The raw numbers.</param>
    /// <param name="gradients">Receives them, <c>[outputs][rows]</c>.</param>
    public abstract void Fill(double[][] raw, Vector256<double>[][] gradients);

    /// <summary>The mean loss.</summary>
    public abstract double MeanOf(double[][] raw);

    /// <summary>What raw numbers say of each class, <c>[classes][rows]</c>; of numbers, which have none, they themselves.</summary>
    public abstract double[][] Probabilities(double[][] raw);

    /// <summary>That of some of the rows.</summary>
    public abstract BoostingLoss Take(int[] rows);

    /// <summary>Which class a row has; 0 where there are none.</summary>
    public virtual int ClassOf(int row)
    {
        return 0;
    }
}
