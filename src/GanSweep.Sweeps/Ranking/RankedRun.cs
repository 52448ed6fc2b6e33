using System.Runtime.InteropServices;

namespace GanSweep.Sweeps.Ranking;

/// <summary>A run and the total that it is ranked by.</summary>
/// <param name="Run">The run's number.</param>
/// <param name="Total">Its total; lower is better.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RankedRun(int Run, double Total);
