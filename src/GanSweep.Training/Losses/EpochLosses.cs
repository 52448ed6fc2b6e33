using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GanSweep.Settings.Models;

namespace GanSweep.Training.Losses;

/// <summary>The mean losses of an epoch.</summary>
/// <param name="Series">The model's losses.</param>
/// <param name="Values">The mean of each.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EpochLosses(ImmutableArray<LossSeries> Series, ImmutableArray<float> Values);
