using GanSweep.Evaluation.Associations;
using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Fidelity;

/// <summary>The QualityReport of SDMetrics, both thresholds at 0.</summary>
internal static class Quality
{
    /// <summary>
    /// <c>quality</c>: the mean of "Column Shapes" and "Column Pair Trends", or the former where there is no pair. Without levels they are
    /// <c>ksComplement</c> and <c>correlationSimilarity</c>; with levels the mean over all columns of KSComplement and TVComplement, and
    /// <see cref="PairTrends"/>.
    /// </summary>
    public static double? Of(Comparison comparison)
    {
        double? shapes = comparison.Real.HasLevels ? ShapesOf(comparison) : ColumnShapes.KsComplement(comparison);
        double? trends = comparison.Real.HasLevels ? PairTrends.Of(comparison).Mean : Correlations.Similarity(comparison);
        return ((trends ?? shapes) + shapes) / 2;
    }

    private static double ShapesOf(Comparison comparison)
    {
        ColumnShapes shapes = ColumnShapes.Of(comparison);
        return comparison.MeanOverColumns(column => comparison.Columns.Levels[column] is null
            ? 1 - shapes.Distances[column].KolmogorovSmirnov
            : LevelShares.TvComplementOf(comparison, column));
    }
}
