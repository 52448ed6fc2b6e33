using System.Runtime.InteropServices;

namespace GanSweep.Tables.Transforms;

/// <summary>A choice among outcomes.</summary>
/// <param name="Start">Where the number of its first outcome stands in a row.</param>
/// <param name="Count">Its outcomes, at least two.</param>
/// <param name="Amount">Where an amount stands that has a meaning under one outcome alone, and is 0 under the others; −1 if there is none.</param>
/// <param name="AmountOutcome">That outcome, from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FeatureChoice(int Start, int Count, int Amount = -1, int AmountOutcome = 0);
