using System.Collections.Immutable;
using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Fidelity;

/// <summary>
/// How far the distributions of the measures are apart, by the ordered values of the cells that are there. Quantiles are of type 7 of Hyndman and
/// Fan 1996. Where one side alone has no cell, the Kolmogorov–Smirnov statistic is 1 and every gap a standard deviation; where neither has, 0.
/// </summary>
internal sealed class ColumnShapes
{
    private readonly Comparison _comparison;
    private readonly SortedColumn[] _synthetic;

    private ColumnShapes(Comparison comparison)
    {
        _comparison = comparison;
        _synthetic = comparison.Sorted;
        SortedColumn[] real = comparison.Real.Sorted;
        Distances = [.. _synthetic.Select((sorted, column) => Between(real[column], sorted, comparison.Real.Moments[column].Unit))];
    }

    /// <summary>The distances of the columns, in the table's order; 0 for levels.</summary>
    public ImmutableArray<DistributionDistance> Distances { get; }

    /// <summary>Those of a comparison.</summary>
    public static ColumnShapes Of(Comparison comparison)
    {
        return comparison.Part(each => new ColumnShapes(each));
    }

    /// <summary><c>wasserstein1</c>: mean over measures of ∫|F_r − F_s| / std_r.</summary>
    public static double? Wasserstein1(Comparison comparison)
    {
        ColumnShapes shapes = Of(comparison);
        return comparison.MeanOverMeasures(column => comparison.Real.GapOf(column, shapes.Distances[column].Wasserstein1));
    }

    /// <summary><c>ksComplement</c>: mean over measures of 1 − max|F_r − F_s|, the KSComplement of SDMetrics.</summary>
    public static double? KsComplement(Comparison comparison)
    {
        ColumnShapes shapes = Of(comparison);
        return comparison.MeanOverMeasures(column => 1 - shapes.Distances[column].KolmogorovSmirnov);
    }

    /// <summary><c>q01Gap</c>, <c>q99Gap</c>: mean over measures of |q_s − q_r| / std_r, q the quantile of so many hundredths.</summary>
    public static double? QuantileGap(Comparison comparison, int hundredths)
    {
        ColumnShapes shapes = Of(comparison);
        return comparison.MeanOverMeasures(column =>
            comparison.GapOf(column, (_, at) => Math.Abs(shapes.Quantile(at, hundredths)!.Value - shapes.RealQuantile(at, hundredths)!.Value)));
    }

    /// <summary>The quantile of a synthetic column at so many hundredths; null of levels, and where no cell is there.</summary>
    public double? Quantile(int column, int hundredths)
    {
        return QuantileOf(_synthetic[column], hundredths);
    }

    /// <summary>The quantile of a real column at so many hundredths; null of levels, and where no cell is there.</summary>
    public double? RealQuantile(int column, int hundredths)
    {
        return QuantileOf(_comparison.Real.Sorted[column], hundredths);
    }

    private static double? QuantileOf(SortedColumn sorted, int hundredths)
    {
        return sorted.Values.IsEmpty ? null : sorted.Quantile(hundredths, 100);
    }

    private static DistributionDistance Between(SortedColumn real, SortedColumn synthetic, double unit)
    {
        return real.Values.IsEmpty == synthetic.Values.IsEmpty
            ? real.Values.IsEmpty ? default : DistributionDistance.Between(real.Values, synthetic.Values)
            : new DistributionDistance(1, unit);
    }
}
