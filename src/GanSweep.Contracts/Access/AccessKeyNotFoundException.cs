namespace GanSweep.Contracts.Access;

/// <summary>No key has that id. The message says which, and how to list them.</summary>
[GenerateSerializer, Alias("GanSweep.AccessKeyNotFoundException")]
public sealed class AccessKeyNotFoundException(string message) : Exception(message);
