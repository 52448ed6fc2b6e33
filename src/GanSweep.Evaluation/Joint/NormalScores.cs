using GanSweep.Evaluation.Columns;
using GanSweep.Numerics.Distributions;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Joint;

/// <summary>
/// Rows as points that every monotone change of a column leaves where they are: each value as Φ⁻¹(p) of its mid-rank p = (real rows below +
/// half the real rows equal) / rows among the real column, held between ½ / rows and 1 − ½ / rows. Constant columns are left out.
/// </summary>
/// <param name="real">The real columns.</param>
internal sealed class NormalScores(IReadOnlyList<SortedColumn> real)
{
    private readonly int[] _columns =
        [.. Enumerable.Range(0, real.Count).Where(column => !real[column].IsConstant)];

    // One quantile for every mid-rank there can be: they are halves of whole numbers.
    private readonly float[] _scores =
        [.. Enumerable.Range(1, (2 * real[0].Values.Length) - 1).Select(half => (float)StandardNormal.Quantile(half / (2.0 * real[0].Values.Length)))];

    /// <summary>The points of a table's rows, of at most <paramref name="limit"/> evenly spaced ones: <c>[columns][rows]</c>.</summary>
    public float[][] Of(Table table, int limit)
    {
        int[] rows = table.EvenlySpaced(limit);
        return [.. _columns.Select(column => OfColumn(real[column], table.Column(column), rows))];
    }

    private float[] OfColumn(SortedColumn sorted, ReadOnlySpan<double> values, int[] rows)
    {
        float[] scores = new float[rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            double value = values[rows[row]];
            int halves = sorted.CountBelow(value) + sorted.CountUpTo(value);
            scores[row] = _scores[Math.Clamp(halves, 1, _scores.Length) - 1];
        }

        return scores;
    }
}
