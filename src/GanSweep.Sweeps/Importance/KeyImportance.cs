namespace GanSweep.Sweeps.Importance;

/// <summary>How much a key of a space has to do with which configurations are good.</summary>
/// <param name="Key">The key.</param>
/// <param name="Share">Its share among the keys of its alternative, 0 to 1; they sum to 1.</param>
public sealed record KeyImportance(string Key, double Share);
