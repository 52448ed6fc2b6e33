using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Evaluation.Boosting.Trees;

/// <summary>A regression tree over bins. Its root is node 0.</summary>
/// <param name="bins">The bins.</param>
internal sealed class BoostedTree(TableBins bins)
{
    private readonly List<Node> _nodes = [new Node(-1, 0, 0, 0, 0, 0)];

    /// <summary>What a node says if it is a leaf.</summary>
    public void SetValue(int node, double value)
    {
        _nodes[node] = _nodes[node] with { Value = value };
    }

    /// <summary>Divides a leaf in two new ones.</summary>
    /// <returns>The left one; the right one is the next.</returns>
    public int Divide(int node, TreeSplit split, bool missingGoesLeft)
    {
        int left = _nodes.Count;
        int missing = missingGoesLeft ? bins.Missing(split.Column) : -1;
        _nodes[node] = new Node(split.Column, split.Bin, missing, left, left + 1, 0);
        _nodes.Add(new Node(-1, 0, 0, 0, 0, 0));
        _nodes.Add(new Node(-1, 0, 0, 0, 0, 0));
        return left;
    }

    /// <summary>Adds what the tree says of each row to a number of each.</summary>
    /// <param name="cells">The bins of the rows, <c>[columns][rows]</c>.</param>
    /// <param name="sums">The numbers, <c>[rows]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(byte[][] cells, double[] sums)
    {
        Node[] nodes = [.. _nodes];
        for (int row = 0; row < sums.Length; row++)
        {
            ref Node node = ref nodes[0];
            while (node.Column >= 0)
            {
                int bin = cells[node.Column][row];
                node = ref nodes[bin <= node.Bin || bin == node.MissingOnTheLeft ? node.Left : node.Right];
            }

            sums[row] += node.Value;
        }
    }

    /// <summary>A division, or a leaf: its column is −1.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Node(int Column, int Bin, int MissingOnTheLeft, int Left, int Right, double Value);
}
