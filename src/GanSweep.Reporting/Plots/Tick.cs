using System.Runtime.InteropServices;

namespace GanSweep.Reporting.Plots;

/// <summary>A mark on an axis.</summary>
/// <param name="Position">Where, as the axis places values.</param>
/// <param name="Label">What stands beside it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Tick(double Position, string Label);
