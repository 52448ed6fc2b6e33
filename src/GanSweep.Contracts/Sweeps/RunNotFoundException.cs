namespace GanSweep.Contracts.Sweeps;

/// <summary>The sweep has no such run. The message says which runs there are.</summary>
[GenerateSerializer, Alias("GanSweep.RunNotFoundException")]
public sealed class RunNotFoundException(string message) : Exception(message);
