using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Fidelity;

/// <summary>The QualityReport of SDMetrics, both thresholds at 0.</summary>
internal static class Quality
{
    /// <summary><c>quality</c>: the mean of <c>ksComplement</c> and <c>correlationSimilarity</c>, or <c>ksComplement</c> where there is no pair.</summary>
    public static double? Of(Comparison comparison)
    {
        double? shapes = ColumnShapes.KsComplement(comparison);
        return ((Correlations.Similarity(comparison) ?? shapes) + shapes) / 2;
    }
}
