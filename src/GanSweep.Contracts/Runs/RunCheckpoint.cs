namespace GanSweep.Contracts.Runs;

/// <summary>All that another attempt needs to go on from an epoch.</summary>
/// <param name="Epoch">The last epoch done.</param>
/// <param name="Content">The checkpoint.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.RunCheckpoint")]
public sealed record RunCheckpoint([property: Id(0)] int Epoch, [property: Id(1)] byte[] Content);
