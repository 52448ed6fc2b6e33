using System.Runtime.InteropServices;

namespace GanSweep.Evaluation;

/// <summary>The scores of one column.</summary>
/// <param name="Name">The column.</param>
/// <param name="MeanGap">|mean_s − mean_r| / std_r.</param>
/// <param name="StdGap">|std_s − std_r| / std_r, both with n − 1.</param>
/// <param name="Js">The Jensen–Shannon divergence in bits between the two histograms of equal-frequency bins; 0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ColumnScores(string Name, double MeanGap, double StdGap, double Js);
