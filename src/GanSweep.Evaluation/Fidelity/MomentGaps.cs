using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Fidelity;

/// <summary>How far means and standard deviations are apart, in the real standard deviation.</summary>
internal static class MomentGaps
{
    /// <summary><c>meanGap</c>: mean over columns of |mean_s − mean_r| / std_r.</summary>
    public static double? OfMeans(Comparison comparison)
    {
        return comparison.MeanOverColumns(column => OfMean(comparison, column));
    }

    /// <summary><c>stdGap</c>: mean over columns of |std_s − std_r| / std_r, both with n − 1.</summary>
    public static double? OfDeviations(Comparison comparison)
    {
        return comparison.MeanOverColumns(column => OfDeviation(comparison, column));
    }

    /// <summary>That of one column's mean.</summary>
    public static double OfMean(Comparison comparison, int column)
    {
        return comparison.Real.GapOf(column, Math.Abs(comparison.Moments[column].Mean - comparison.Real.Moments[column].Mean));
    }

    /// <summary>That of one column's standard deviation.</summary>
    public static double OfDeviation(Comparison comparison, int column)
    {
        return comparison.Real.GapOf(
            column, Math.Abs(comparison.Moments[column].StandardDeviation - comparison.Real.Moments[column].StandardDeviation));
    }
}
