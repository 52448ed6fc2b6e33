using System.Runtime.InteropServices;

namespace GanSweep.Networks.Heads;

/// <summary>Numbers of a network's output that say one outcome of several.</summary>
/// <param name="Start">The first.</param>
/// <param name="Count">How many outcomes there are, at least two.</param>
/// <param name="Amount">A number before those, which has a meaning under one outcome alone; −1 if there is none.</param>
/// <param name="AmountOutcome">That outcome, from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ChoiceHead(int Start, int Count, int Amount = -1, int AmountOutcome = 0);
