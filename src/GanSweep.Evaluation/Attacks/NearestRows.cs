using GanSweep.Evaluation.Privacy;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Attacks;

/// <summary>The synthetic rows that are nearest to others by Gower's distance over some columns, with the ranges of the real rows. Of equally near ones random ones are taken.</summary>
internal sealed class NearestRows
{
    private readonly RowDistances _distances;
    private readonly DenseRows _synthetic;
    private readonly double[] _toTarget;

    // The places of the rows in a random order.
    private readonly int[] _places;

    /// <param name="real">The real rows.</param>
    /// <param name="synthetic">The synthetic rows.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="random">Which of equally near rows are taken.</param>
    public NearestRows(Table real, Table synthetic, int[] columns, CounterRandom random)
    {
        _distances = new RowDistances(real.Choose(columns));
        _synthetic = new DenseRows(synthetic.Choose(columns));
        _toTarget = new double[synthetic.RowCount];
        _places = [.. Enumerable.Range(0, synthetic.RowCount)];
        random.Shuffle(_places);
    }

    /// <summary>Finds the rows that are nearest to one, the nearest first.</summary>
    /// <param name="targets">The row's table, of the same columns.</param>
    /// <param name="target">The row.</param>
    /// <param name="nearest">Gets their numbers; no more than there are synthetic rows.</param>
    public void Find(DenseRows targets, int target, Span<int> nearest)
    {
        _distances.Fill(targets, target, _synthetic, _toTarget);
        int found = 0;
        for (int row = 0; row < _toTarget.Length; row++)
        {
            if (found == nearest.Length && !IsBefore(row, nearest[^1]))
            {
                continue;
            }

            int place = found < nearest.Length ? found++ : found - 1;
            for (; place > 0 && IsBefore(row, nearest[place - 1]); place--)
            {
                nearest[place] = nearest[place - 1];
            }

            nearest[place] = row;
        }
    }

    private bool IsBefore(int row, int other)
    {
        return _toTarget[row] < _toTarget[other] || (_toTarget[row] == _toTarget[other] && _places[row] < _places[other]);
    }
}
