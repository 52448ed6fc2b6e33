namespace GanSweep.Contracts.Sweeps;

/// <summary>A submission that the coordinator does not take. The message says why.</summary>
[GenerateSerializer, Alias("GanSweep.InvalidSubmissionException")]
public sealed class InvalidSubmissionException(string message) : Exception(message);
