namespace GanSweep.Contracts.Datasets;

/// <summary>An upload or a read of a table that cannot be done. The message says why.</summary>
[GenerateSerializer, Alias("GanSweep.InvalidDatasetException")]
public sealed class InvalidDatasetException(string message) : Exception(message);
