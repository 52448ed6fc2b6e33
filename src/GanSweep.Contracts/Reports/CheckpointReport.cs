namespace GanSweep.Contracts.Reports;

/// <summary>All that another attempt needs to go on from an epoch.</summary>
/// <param name="Run">The run's number in its sweep.</param>
/// <param name="Attempt">The attempt that the trainer holds.</param>
/// <param name="Epoch">The last epoch done.</param>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="GivesBack">Whether the trainer gives the lease back with it: it was asked to stop.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.CheckpointReport")]
public sealed record CheckpointReport(
    int Run,
    int Attempt,
    [property: Id(0)] int Epoch,
    [property: Id(1)] byte[] Checkpoint,
    [property: Id(2)] bool GivesBack) : RunReport(Run, Attempt);
