namespace GanSweep.Contracts.Silos;

/// <summary>What a slot of a trainer is at.</summary>
/// <param name="SweepId">The sweep.</param>
/// <param name="Run">The run's number in its sweep.</param>
/// <param name="Attempt">The attempt that the trainer holds.</param>
/// <param name="Epoch">The last epoch done; 0 before the first.</param>
/// <param name="Epochs">The epochs asked for.</param>
/// <param name="Elapsed">How long this attempt has been here.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.SlotStatus")]
public sealed record SlotStatus(
    [property: Id(0)] string SweepId,
    [property: Id(1)] int Run,
    [property: Id(2)] int Attempt,
    [property: Id(3)] int Epoch,
    [property: Id(4)] int Epochs,
    [property: Id(5)] TimeSpan Elapsed);
