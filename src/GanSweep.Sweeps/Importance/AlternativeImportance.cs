using System.Collections.Immutable;

namespace GanSweep.Sweeps.Importance;

/// <summary>How much the keys of one alternative of a space have to do with which of its configurations are good.</summary>
/// <param name="Model">The model of the alternative.</param>
/// <param name="Name">How it is called where there are several; empty where it is the only one.</param>
/// <param name="Configurations">On how many configurations that rests.</param>
/// <param name="Worst">How many of them diverged, or are excluded by the sweep's limits, and so count as worse than all others.</param>
/// <param name="Keys">Each key with its share, the highest first; empty where nothing can be told.</param>
/// <param name="Reason">Why nothing can be told, as a sentence; null if it can.</param>
public sealed record AlternativeImportance(string Model, string Name, int Configurations, int Worst, ImmutableArray<KeyImportance> Keys, string? Reason);
