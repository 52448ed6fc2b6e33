using System.Collections.Immutable;
using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Fidelity;

/// <summary>How far the distributions of the columns are apart, by their ordered values. Quantiles are of type 7 of Hyndman and Fan 1996.</summary>
internal sealed class ColumnShapes
{
    private readonly Comparison _comparison;
    private readonly SortedColumn[] _synthetic;

    private ColumnShapes(Comparison comparison)
    {
        _comparison = comparison;
        _synthetic = comparison.Sorted;
        Distances = [.. _synthetic.Select((sorted, column) => DistributionDistance.Between(comparison.Real.Sorted[column].Values, sorted.Values))];
    }

    /// <summary>The distances of the columns, in the table's order.</summary>
    public ImmutableArray<DistributionDistance> Distances { get; }

    /// <summary>Those of a comparison.</summary>
    public static ColumnShapes Of(Comparison comparison)
    {
        return comparison.Part(each => new ColumnShapes(each));
    }

    /// <summary><c>wasserstein1</c>: mean over columns of ∫|F_r − F_s| / std_r.</summary>
    public static double? Wasserstein1(Comparison comparison)
    {
        ColumnShapes shapes = Of(comparison);
        return comparison.MeanOverColumns(column => comparison.Real.GapOf(column, shapes.Distances[column].Wasserstein1));
    }

    /// <summary><c>ksComplement</c>: mean over columns of 1 − max|F_r − F_s|, the KSComplement of SDMetrics.</summary>
    public static double? KsComplement(Comparison comparison)
    {
        ColumnShapes shapes = Of(comparison);
        return comparison.MeanOverColumns(column => 1 - shapes.Distances[column].KolmogorovSmirnov);
    }

    /// <summary><c>q01Gap</c>, <c>q99Gap</c>: mean over columns of |q_s − q_r| / std_r, q the quantile of so many hundredths.</summary>
    public static double? QuantileGap(Comparison comparison, int hundredths)
    {
        ColumnShapes shapes = Of(comparison);
        return comparison.MeanOverColumns(column =>
            comparison.Real.GapOf(column, Math.Abs(shapes.Quantile(column, hundredths) - shapes.RealQuantile(column, hundredths))));
    }

    /// <summary>The quantile of a synthetic column at so many hundredths.</summary>
    public double Quantile(int column, int hundredths)
    {
        return _synthetic[column].Quantile(hundredths, 100);
    }

    /// <summary>The quantile of a real column at so many hundredths.</summary>
    public double RealQuantile(int column, int hundredths)
    {
        return _comparison.Real.Sorted[column].Quantile(hundredths, 100);
    }
}
