using System.Runtime.Intrinsics;

namespace GanSweep.Evaluation.Boosting.Trees;

/// <summary>A node of a tree while it grows.</summary>
/// <param name="number">Its number, from 0.</param>
/// <param name="start">Where its rows begin.</param>
/// <param name="count">How many they are.</param>
/// <param name="sums">Their sums: gradients, hessians, their number.</param>
internal sealed class GrownNode(int number, int start, int count, Vector256<double> sums)
{
    public int Number => number;

    public int Start => start;

    public int Count => count;

    public Vector256<double> Sums => sums;

    /// <summary>The sums of every bin, until it is divided or known to be a leaf.</summary>
    public Histogram? Histogram { get; set; }

    /// <summary>How it is best divided; a gain of 0 if it cannot be.</summary>
    public TreeSplit Split { get; set; }
}
