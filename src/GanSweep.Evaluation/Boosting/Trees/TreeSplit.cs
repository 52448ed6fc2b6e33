using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Evaluation.Boosting.Trees;

/// <summary>How a node is divided: cells whose bin is at most a threshold go to the left, missing cells to where they gain more.</summary>
/// <param name="Column">The column.</param>
/// <param name="Bin">The last bin that goes to the left.</param>
/// <param name="MissingGoesLeft">Whether missing cells do.</param>
/// <param name="Gain">By how much twice the loss falls; 0 of none.</param>
/// <param name="Left">The sums of the left rows: gradients, hessians, their number.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TreeSplit(int Column, int Bin, bool MissingGoesLeft, double Gain, Vector256<double> Left);
