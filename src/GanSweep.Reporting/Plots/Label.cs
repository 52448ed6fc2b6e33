using System.Runtime.InteropServices;

namespace GanSweep.Reporting.Plots;

/// <summary>A text in a panel.</summary>
/// <param name="X">Where it is anchored, from the left.</param>
/// <param name="Y">Its base line, from the top.</param>
/// <param name="Text">The text.</param>
/// <param name="Anchor">Which end of it is there: start, middle, end.</param>
/// <param name="IsUpright">Whether it reads from bottom to top.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Label(double X, double Y, string Text, string Anchor, bool IsUpright = false);
