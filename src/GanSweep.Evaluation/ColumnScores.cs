using System.Runtime.InteropServices;

namespace GanSweep.Evaluation;

/// <summary>The scores of one column.</summary>
/// <param name="Name">The column.</param>
/// <param name="MeanGap">|mean_s − mean_r| / std_r.</param>
/// <param name="StdGap">|std_s − std_r| / std_r, both with n − 1.</param>
/// <param name="Js">The Jensen–Shannon divergence in bits between the two histograms of equal-frequency bins; 0 to 1.</param>
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
}
