using GanSweep.Evaluation.Columns;
using GanSweep.Numerics.Distributions;

namespace GanSweep.Evaluation.Joint;

/// <summary>
/// The values of a measure so that every monotone change of it leaves them where they are: each as Φ⁻¹(p) of its mid-rank p = (real cells below +
/// half the real cells equal) / cells among the real column's that are there, held between ½ / cells and 1 − ½ / cells. A missing cell has the score
/// of the middle, 0.
/// </summary>
/// <param name="real">The real columns.</param>
internal sealed class NormalScores(IReadOnlyList<SortedColumn> real)
{
    // One quantile for every mid-rank there can be, of columns with as many cells: mid-ranks are halves of whole numbers.
    private readonly Dictionary<int, float[]> _scores = real
        .Where(column => !column.IsConstant)
        .Select(column => column.Values.Length)
        .Distinct()
        .ToDictionary(cells => cells, cells => Enumerable.Range(1, (2 * cells) - 1).Select(half => (float)StandardNormal.Quantile(half / (2.0 * cells))).ToArray());

    /// <summary>The scores of some cells of a column that is not constant in the real table.</summary>
    public float[] Of(int column, ReadOnlySpan<double> values, int[] rows)
    {
        SortedColumn sorted = real[column];
        float[] quantiles = _scores[sorted.Values.Length];
        float[] scores = new float[rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            double value = values[rows[row]];
            if (!double.IsNaN(value))
            {
                int halves = sorted.CountBelow(value) + sorted.CountUpTo(value);
                scores[row] = quantiles[Math.Clamp(halves, 1, quantiles.Length) - 1];
            }
        }

        return scores;
    }
}
