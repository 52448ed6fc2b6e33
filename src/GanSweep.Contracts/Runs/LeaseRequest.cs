namespace GanSweep.Contracts.Runs;

/// <summary>A trainer's wish for work.</summary>
/// <param name="Trainer">The trainer's name, unique among living ones.</param>
/// <param name="FreeSlots">How many runs it could start now.</param>
/// <param name="OnlySweep">The one sweep it works for, or null for any.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.LeaseRequest")]
public sealed record LeaseRequest(
    [property: Id(0)] string Trainer,
    [property: Id(1)] int FreeSlots,
    [property: Id(2)] string? OnlySweep);
