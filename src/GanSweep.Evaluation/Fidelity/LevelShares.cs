using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Levels;

namespace GanSweep.Evaluation.Fidelity;

/// <summary>How far the distributions of the columns of levels are apart, by how often each level occurs.</summary>
internal static class LevelShares
{
    // SDMetrics counts a level that the real column lacks as so much of a real cell.
    private const double CellOfANovelLevel = 1e-6;

    /// <summary><c>categoryGap</c>: mean over columns of levels of the total variation distance ½ Σ |p_s − p_r| of the levels, missing a level.</summary>
    public static double? Gap(Comparison comparison)
    {
        return comparison.MeanOverLevels(column => GapOf(comparison, column));
    }

    /// <summary><c>levelCoverage</c>: mean over columns of levels of the share of the levels of the real cells that appear; missing is none.</summary>
    public static double? Coverage(Comparison comparison)
    {
        return comparison.MeanOverLevels(column => CoverageOf(comparison, column));
    }

    /// <summary><c>novelLevels</c>: mean over columns of levels of the share of the cells that are there whose level no real cell has.</summary>
    public static double? Novel(Comparison comparison)
    {
        return comparison.MeanOverLevels(column => NovelOf(comparison, column));
    }

    /// <summary>
    /// <c>tvComplement</c>: mean over columns of levels of 1 − ½ Σ |p_s − p_r| of the cells that are there, the TVComplement of SDMetrics.
    /// </summary>
    public static double? TvComplement(Comparison comparison)
    {
        return comparison.MeanOverLevels(column => TvComplementOf(comparison, column));
    }

    /// <summary>
    /// What a second sample has of levels that the table lacks: a bootstrap draw, which has none, cannot tell. By Good ("The population frequencies
    /// of species", 1953) it is the share of the cells whose level no other cell has.
    /// </summary>
    public static double? NovelOfSecondSample(RealSide real)
    {
        LevelCodes[] columns = [.. real.Columns.Levels.OfType<LevelCodes>()];
        return columns.Length == 0 ? null : columns.Average(levels => Share(levels.Counts.AsSpan(0, levels.LevelCount).Count(1), levels.Present));
    }

    /// <summary>The total variation distance of one column's levels.</summary>
    public static double GapOf(Comparison comparison, int column)
    {
        double sum = 0;
        (double[] real, double[] synthetic) = SharesOf(comparison, column);
        for (int level = 0; level < real.Length; level++)
        {
            sum += Math.Abs(synthetic[level] - real[level]);
        }

        return sum / 2;
    }

    /// <summary>The share of one column's real levels that appear; 1 where the real column has no cell.</summary>
    public static double CoverageOf(Comparison comparison, int column)
    {
        (LevelCodes real, LevelCodes synthetic) = LevelsOf(comparison, column);
        int levels = 0;
        int covered = 0;
        for (int level = 0; level < real.LevelCount; level++)
        {
            levels += real.Counts[level] > 0 ? 1 : 0;
            covered += real.Counts[level] > 0 && synthetic.Counts[level] > 0 ? 1 : 0;
        }

        return levels == 0 ? 1 : (double)covered / levels;
    }

    /// <summary>The share of one column's cells with a level that no real cell has; 0 where no cell is there.</summary>
    public static double NovelOf(Comparison comparison, int column)
    {
        (LevelCodes real, LevelCodes synthetic) = LevelsOf(comparison, column);
        return Share(Enumerable.Range(0, synthetic.LevelCount).Sum(level => real.CountOf(level) == 0 ? synthetic.Counts[level] : 0), synthetic.Present);
    }

    /// <summary>
    /// The complement of the total variation of one column's cells that are there. As SDMetrics does it, a level that the real column lacks counts
    /// as a millionth of a real cell. 0 where one side alone has no cell, 1 where neither has.
    /// </summary>
    public static double TvComplementOf(Comparison comparison, int column)
    {
        (LevelCodes real, LevelCodes synthetic) = LevelsOf(comparison, column);
        if (real.Present == 0 || synthetic.Present == 0)
        {
            return real.Present == synthetic.Present ? 1 : 0;
        }

        double cells = real.Present;
        for (int level = 0; level < synthetic.LevelCount; level++)
        {
            cells += real.CountOf(level) == 0 && synthetic.Counts[level] > 0 ? CellOfANovelLevel : 0;
        }

        double sum = 0;
        for (int level = 0; level < synthetic.LevelCount; level++)
        {
            double count = real.CountOf(level) > 0 ? real.CountOf(level) : synthetic.Counts[level] > 0 ? CellOfANovelLevel : 0;
            sum += Math.Abs(((double)synthetic.Counts[level] / synthetic.Present) - (count / cells));
        }

        return Math.Max(0, 1 - (sum / 2));
    }

    /// <summary>The shares of all rows that each level has, those that the synthetic column adds behind the real ones, and missing last.</summary>
    public static (double[] Real, double[] Synthetic) SharesOf(Comparison comparison, int column)
    {
        (LevelCodes real, LevelCodes synthetic) = LevelsOf(comparison, column);
        double[] ofReal = new double[synthetic.LevelCount + 1];
        double[] ofSynthetic = new double[synthetic.LevelCount + 1];
        for (int level = 0; level < synthetic.LevelCount; level++)
        {
            ofReal[level] = Share(real.CountOf(level), real.Codes.Length);
            ofSynthetic[level] = Share(synthetic.Counts[level], synthetic.Codes.Length);
        }

        ofReal[^1] = Share(real.Missing, real.Codes.Length);
        ofSynthetic[^1] = Share(synthetic.Missing, synthetic.Codes.Length);
        return (ofReal, ofSynthetic);
    }

    private static (LevelCodes Real, LevelCodes Synthetic) LevelsOf(Comparison comparison, int column)
    {
        return (comparison.Real.Columns.Levels[column]!, comparison.Columns.Levels[column]!);
    }

    private static double Share(int count, int all)
    {
        return all == 0 ? 0 : (double)count / all;
    }
}
