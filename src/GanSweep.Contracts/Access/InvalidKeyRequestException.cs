namespace GanSweep.Contracts.Access;

/// <summary>A key that was asked for cannot be. The message says why.</summary>
[GenerateSerializer, Alias("GanSweep.InvalidKeyRequestException")]
public sealed class InvalidKeyRequestException(string message) : Exception(message);
