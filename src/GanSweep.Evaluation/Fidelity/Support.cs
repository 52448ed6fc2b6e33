using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Fidelity;

/// <summary>Where there are values at all.</summary>
internal static class Support
{
    /// <summary><c>outOfRange</c>: share of cells below the smallest or above the largest value of their real column.</summary>
    public static double? OutOfRange(Comparison comparison)
    {
        SortedColumn[] real = comparison.Real.Sorted;
        long outside = 0;
        for (int column = 0; column < real.Length; column++)
        {
            double low = real[column].Values[0];
            double high = real[column].Values[^1];
            foreach (double value in comparison.Synthetic.Column(column))
            {
                outside += value < low || value > high ? 1 : 0;
            }
        }

        return outside / ((double)comparison.Synthetic.RowCount * real.Length);
    }

    /// <summary>
    /// What a second sample of so many rows from the same source has out of range: a bootstrap draw, which has none, cannot tell.
    /// </summary>
    public static double OutOfRangeOfSecondSample(int rows)
    {
        return 2.0 / (rows + 1);
    }
}
