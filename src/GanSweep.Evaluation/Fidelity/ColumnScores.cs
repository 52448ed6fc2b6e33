using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Fidelity;

/// <summary>The scores of one column.</summary>
/// <param name="Name">The column.</param>
/// <param name="MeanGap">|mean_s − mean_r| / std_r.</param>
/// <param name="StdGap">|std_s − std_r| / std_r, both with n − 1.</param>
/// <param name="Js">The Jensen–Shannon divergence in bits between the two histograms, of bins of equal frequency and of atoms; 0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ColumnScores(string Name, double MeanGap, double StdGap, double Js)
{
    /// <summary>1 − the two-sample Kolmogorov–Smirnov statistic; 1 is best.</summary>
    public double KsComplement { get; init; }

    /// <summary>The Wasserstein-1 distance in the column's own unit.</summary>
    public double Wasserstein1 { get; init; }

    /// <summary>The real 1 % quantile.</summary>
    public double RealQ01 { get; init; }

    /// <summary>The synthetic 1 % quantile.</summary>
    public double Q01 { get; init; }

    /// <summary>The real 99 % quantile.</summary>
    public double RealQ99 { get; init; }

    /// <summary>The synthetic 99 % quantile.</summary>
    public double Q99 { get; init; }

    /// <summary>Those of every column, in the table's order.</summary>
    internal static ImmutableArray<ColumnScores> Of(Comparison comparison)
    {
        ColumnShapes shapes = ColumnShapes.Of(comparison);
        Divergences divergences = Divergences.Of(comparison);
        return
        [
            .. comparison.Synthetic.ColumnNames.Select((name, column) => new ColumnScores(
                name,
                MomentGaps.OfMean(comparison, column),
                MomentGaps.OfDeviation(comparison, column),
                divergences.OfColumns[column])
            {
                KsComplement = 1 - shapes.Distances[column].KolmogorovSmirnov,
                Wasserstein1 = shapes.Distances[column].Wasserstein1,
                RealQ01 = shapes.RealQuantile(column, 1),
                Q01 = shapes.Quantile(column, 1),
                RealQ99 = shapes.RealQuantile(column, 99),
                Q99 = shapes.Quantile(column, 99),
            }),
        ];
    }
}
