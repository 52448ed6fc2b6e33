using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Fidelity;

/// <summary>How far means and standard deviations of the cells that are there are apart, in the real standard deviation.</summary>
internal static class MomentGaps
{
    /// <summary><c>meanGap</c>: mean over measures of |mean_s − mean_r| / std_r.</summary>
    public static double? OfMeans(Comparison comparison)
    {
        return comparison.MeanOverMeasures(column => OfMean(comparison, column));
    }

    /// <summary><c>stdGap</c>: mean over measures of |std_s − std_r| / std_r, both with n − 1.</summary>
    public static double? OfDeviations(Comparison comparison)
    {
        return comparison.MeanOverMeasures(column => OfDeviation(comparison, column));
    }

    /// <summary>That of one column's mean.</summary>
    public static double OfMean(Comparison comparison, int column)
    {
        return comparison.GapOf(column, static (pair, at) => Math.Abs(pair.Moments[at].Mean - pair.Real.Moments[at].Mean));
    }

    /// <summary>That of one column's standard deviation.</summary>
    public static double OfDeviation(Comparison comparison, int column)
    {
        return comparison.GapOf(
            column, static (pair, at) => Math.Abs(pair.Moments[at].StandardDeviation - pair.Real.Moments[at].StandardDeviation));
    }
}
