using System.Runtime.InteropServices;
using GanSweep.Search.Domains;

namespace GanSweep.Search.Parzen;

/// <summary>What is known of a point.</summary>
/// <param name="Point">The point.</param>
/// <param name="Value">How good it is: lower is better, ∞ is the worst there is (a run that diverged), and NaN worse than any number of its rung.</param>
/// <param name="Rung">How far it came, from 0: a point of a higher rung is better than any of a lower one, unless it diverged.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Observation(Point Point, double Value, int Rung = 0);
