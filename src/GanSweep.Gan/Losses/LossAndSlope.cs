using System.Runtime.InteropServices;

namespace GanSweep.Gan.Losses;

/// <summary>A loss as a function of one logit: its value and its derivative there.</summary>
/// <param name="Loss">The value.</param>
/// <param name="Slope">The derivative by the logit.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LossAndSlope(double Loss, double Slope);
