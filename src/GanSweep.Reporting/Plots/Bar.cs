using System.Runtime.InteropServices;

namespace GanSweep.Reporting.Plots;

/// <summary>A line of a panel of bars.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Real">The real share.</param>
/// <param name="Synthetic">The synthetic share.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Bar(string Name, double Real, double Synthetic);
