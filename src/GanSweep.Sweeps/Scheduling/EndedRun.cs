using System.Runtime.InteropServices;

namespace GanSweep.Sweeps.Scheduling;

/// <summary>How a run has ended.</summary>
/// <param name="Total">The total that the sweep ranks it by, lower is better; null if it has failed or is excluded from the ranking.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EndedRun(double? Total);
