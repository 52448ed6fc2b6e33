using GanSweep.Evaluation.Levels;
using GanSweep.Evaluation.Moments;

namespace GanSweep.Evaluation.Associations;

/// <summary>How much of a measure's spread a column of levels explains.</summary>
internal static class CorrelationRatio
{
    /// <summary>
    /// η = √(Σ n_l (mean_l − mean)² / Σ (x − mean)²) (Pearson, "On the general theory of skew correlation", 1905), over the rows where the measure is
    /// there; a missing level is a level. NaN, undefined, where the measure is constant or there is but one level.
    /// </summary>
    /// <param name="levels">The levels.</param>
    /// <param name="values">The measure; NaN is missing.</param>
    /// <param name="moments">Its moments.</param>
    public static double Of(LevelCodes levels, ReadOnlySpan<double> values, ColumnMoments moments)
    {
        if (moments.IsConstant)
        {
            return double.NaN;
        }

        double[] sums = new double[levels.Counts.Length];
        int[] counts = new int[levels.Counts.Length];
        ReadOnlySpan<int> codes = levels.Codes;
        double centre = moments.Mean * moments.Scale;
        for (int row = 0; row < codes.Length; row++)
        {
            double value = values[row];
            if (!double.IsNaN(value))
            {
                sums[codes[row]] += (value * moments.Scale) - centre;
                counts[codes[row]]++;
            }
        }

        double between = 0;
        double sum = 0;
        int found = 0;
        for (int level = 0; level < counts.Length; level++)
        {
            if (counts[level] > 0)
            {
                between += sums[level] * sums[level] / counts[level];
                sum += sums[level];
                found++;
            }
        }

        double aboutMean = between - (sum * sum / moments.Count);
        return found < 2 ? double.NaN : Math.Sqrt(Math.Clamp(aboutMean / moments.ScaledSquares, 0, 1));
    }
}
