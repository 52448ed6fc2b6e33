using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Fidelity;

/// <summary>The scores of one column. Those that a column of its kind does not have are null.</summary>
/// <param name="Name">The column.</param>
/// <param name="MeanGap">|mean_s − mean_r| / std_r; null for levels.</param>
/// <param name="StdGap">|std_s − std_r| / std_r, both with n − 1; null for levels.</param>
/// <param name="Js">
/// The Jensen–Shannon divergence in bits between the two histograms: of bins of equal frequency and of atoms, or of levels, missing a bin; 0 to 1.
/// </param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ColumnScores(string Name, double? MeanGap, double? StdGap, double Js)
{
    /// <summary>1 − the two-sample Kolmogorov–Smirnov statistic; 1 is best. Null for levels.</summary>
    public double? KsComplement { get; init; }

    /// <summary>The Wasserstein-1 distance in the column's own unit; null for levels.</summary>
    public double? Wasserstein1 { get; init; }

    /// <summary>The real 1 % quantile; null for levels, and where no cell is there.</summary>
    public double? RealQ01 { get; init; }

    /// <summary>The synthetic 1 % quantile; null for levels, and where no cell is there.</summary>
    public double? Q01 { get; init; }

    /// <summary>The real 99 % quantile; null for levels, and where no cell is there.</summary>
    public double? RealQ99 { get; init; }

    /// <summary>The synthetic 99 % quantile; null for levels, and where no cell is there.</summary>
    public double? Q99 { get; init; }

    /// <summary>The total variation distance of the levels, missing a level: 0 to 1. Null for measures.</summary>
    public double? CategoryGap { get; init; }

    /// <summary>The share of the real levels that appear; 1 is best. Null for measures.</summary>
    public double? LevelCoverage { get; init; }

    /// <summary>The share of the cells that are there whose level no real cell has. Null for measures.</summary>
    public double? NovelLevels { get; init; }

    /// <summary>The TVComplement of SDMetrics: 1 − the total variation distance of the levels of the cells that are there. Null for measures.</summary>
    public double? TvComplement { get; init; }

    /// <summary>|share of missing cells_s − share of missing cells_r|; 0 where nothing is missing.</summary>
    public double MissingGap { get; init; }

    /// <summary>Those of every column, in the table's order.</summary>
    internal static ImmutableArray<ColumnScores> Of(Comparison comparison)
    {
        return [.. Enumerable.Range(0, comparison.Synthetic.ColumnCount).Select(column =>
            (comparison.Columns.Levels[column] is null ? OfMeasure(comparison, column) : OfLevels(comparison, column)) with
            {
                MissingGap = MissingCells.GapOf(comparison, column),
            })];
    }

    private static ColumnScores OfMeasure(Comparison comparison, int column)
    {
        ColumnShapes shapes = ColumnShapes.Of(comparison);
        return new ColumnScores(
            comparison.Synthetic.ColumnNames[column],
            MomentGaps.OfMean(comparison, column),
            MomentGaps.OfDeviation(comparison, column),
            Divergences.Of(comparison).OfColumns[column])
        {
            KsComplement = 1 - shapes.Distances[column].KolmogorovSmirnov,
            Wasserstein1 = shapes.Distances[column].Wasserstein1,
            RealQ01 = shapes.RealQuantile(column, 1),
            Q01 = shapes.Quantile(column, 1),
            RealQ99 = shapes.RealQuantile(column, 99),
            Q99 = shapes.Quantile(column, 99),
        };
    }

    private static ColumnScores OfLevels(Comparison comparison, int column)
    {
        return new ColumnScores(comparison.Synthetic.ColumnNames[column], null, null, Divergences.Of(comparison).OfColumns[column])
        {
            CategoryGap = LevelShares.GapOf(comparison, column),
            LevelCoverage = LevelShares.CoverageOf(comparison, column),
            NovelLevels = LevelShares.NovelOf(comparison, column),
            TvComplement = LevelShares.TvComplementOf(comparison, column),
        };
    }
}
