namespace GanSweep.Sweeps.Scheduling.Plans;

/// <summary>How a configuration is tried before it is known whether it is worth more: under some seeds, for a share of the steps.</summary>
/// <param name="FirstSeed">The first of its seeds, counted from the sweep's.</param>
/// <param name="Seeds">How many seeds, at least 1.</param>
/// <param name="Share">The share of the steps, above 0, at most 1.</param>
public sealed record Rung(int FirstSeed, int Seeds, double Share);
