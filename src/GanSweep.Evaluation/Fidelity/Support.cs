using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Fidelity;

/// <summary>Where there are values at all.</summary>
internal static class Support
{
    /// <summary>
    /// <c>outOfRange</c>: share of the cells of measures that are there below the smallest or above the largest value of their real column; 0
    /// without such cells, null without measures. Where the real column has no cell, every one is outside.
    /// </summary>
    public static double? OutOfRange(Comparison comparison)
    {
        if (!comparison.Real.HasMeasures)
        {
            return null;
        }

        long outside = 0;
        long cells = 0;
        for (int column = 0; column < comparison.Moments.Length; column++)
        {
            outside += CountOutOfRange(comparison, column);
            cells += comparison.Moments[column].Count;
        }

        return cells == 0 ? 0 : outside / (double)cells;
    }

    /// <summary>How many cells of a measure are out of range; none for levels.</summary>
    public static long CountOutOfRange(Comparison comparison, int column)
    {
        SortedColumn real = comparison.Real.Sorted[column];
        if (real.Values.IsEmpty)
        {
            return comparison.Moments[column].Count;
        }

        double low = real.Values[0];
        double high = real.Values[^1];
        long outside = 0;
        foreach (double value in comparison.Synthetic.Column(column))
        {
            outside += value < low || value > high ? 1 : 0;
        }

        return outside;
    }

    /// <summary>
    /// What a second sample of as many rows from the same source has out of range: a bootstrap draw, which has none, cannot tell.
    /// </summary>
    public static double? OutOfRangeOfSecondSample(RealSide real)
    {
        return real.HasMeasures ? 2.0 / (real.Table.RowCount + 1) : null;
    }
}
