using GanSweep.Contracts.Sweeps;

namespace GanSweep.Documents;

/// <summary>What a data folder holds of a sweep.</summary>
/// <param name="State">Where the sweep stands; null if it was never submitted there.</param>
/// <param name="Results">How many of its trainings have a result there, of this sweep or another.</param>
/// <param name="Failed">How many of its runs failed.</param>
public sealed record StoredDocument(SweepState? State, int Results, int Failed);
