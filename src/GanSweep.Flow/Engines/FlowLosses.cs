using System.Runtime.InteropServices;

namespace GanSweep.Flow.Engines;

/// <summary>The losses of an update, before it.</summary>
/// <param name="Velocity">The mean squared error of the velocity of amounts, over batch and amounts; 0 without amounts.</param>
/// <param name="Choices">The mean cross-entropy over the batch, summed over choices and divided by the amounts and choices of a row; 0 without choices.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FlowLosses(double Velocity, double Choices);
