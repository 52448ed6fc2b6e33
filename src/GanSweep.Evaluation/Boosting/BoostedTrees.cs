using GanSweep.Evaluation.Boosting.Trees;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Boosting;

/// <summary>A trained model: what it says is a constant and the sum of its trees.</summary>
internal sealed class BoostedTrees
{
    private readonly TableBins _bins;
    private readonly double[] _start;
    private readonly List<BoostedTree[]> _trees;

    /// <param name="bins">The bins of the training rows.</param>
    /// <param name="start">The constant, <c>[outputs]</c>.</param>
    /// <param name="trees">The trees, <c>[iterations][outputs]</c>.</param>
    public BoostedTrees(TableBins bins, double[] start, List<BoostedTree[]> trees)
    {
        (_bins, _start, _trees) = (bins, start, trees);
    }

    /// <summary>How many trees each output has.</summary>
    public int Iterations => _trees.Count;

    /// <summary>What it says of rows, <c>[outputs][rows]</c>: numbers, or logarithms of odds.</summary>
    /// <param name="rows">Rows of the columns that it was trained on.</param>
    public double[][] Predict(Table rows)
    {
        byte[][] cells = _bins.Of(rows);
        double[][] raw = [.. _start.Select(start => Enumerable.Repeat(start, rows.RowCount).ToArray())];
        foreach (BoostedTree[] trees in _trees)
        {
            for (int output = 0; output < raw.Length; output++)
            {
                trees[output].AddTo(cells, raw[output]);
            }
        }

        return raw;
    }
}
