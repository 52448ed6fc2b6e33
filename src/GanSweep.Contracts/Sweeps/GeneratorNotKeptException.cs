namespace GanSweep.Contracts.Sweeps;

/// <summary>The run's generator was not kept. The message says which ones are.</summary>
[GenerateSerializer, Alias("GanSweep.GeneratorNotKeptException")]
public sealed class GeneratorNotKeptException(string message) : Exception(message);
