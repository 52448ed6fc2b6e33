namespace GanSweep.Contracts.Sweeps;

/// <summary>No sweep has that id. The message says which, and how to list them.</summary>
[GenerateSerializer, Alias("GanSweep.SweepNotFoundException")]
public sealed class SweepNotFoundException(string message) : Exception(message);
