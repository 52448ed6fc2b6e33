namespace GanSweep.Settings.Models;

/// <summary>How a model draws a row: in steps, each of which asks its network a number of times.</summary>
/// <param name="Key">The key that says how many steps there are.</param>
/// <param name="Passes">Passes through the network of each step; at least 1.</param>
public sealed record RowSteps(ConfigurationKey<int> Key, int Passes);
