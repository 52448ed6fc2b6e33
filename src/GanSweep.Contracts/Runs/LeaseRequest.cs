using System.Collections.Immutable;
using GanSweep.Contracts.Silos;

namespace GanSweep.Contracts.Runs;

/// <summary>A trainer's wish for work, said twice a second even when no slot is free: it also tells what the trainer is at.</summary>
/// <param name="Trainer">The address of the trainer's silo, unique for all time: IP:PORT@GENERATION.</param>
/// <param name="FreeSlots">How many runs it could start now.</param>
/// <param name="OnlySweep">The one sweep it works for, or null for any.</param>
/// <param name="Slots">How many slots it has.</param>
/// <param name="Training">What the others are at.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.LeaseRequest")]
public sealed record LeaseRequest(
    [property: Id(0)] string Trainer,
    [property: Id(1)] int FreeSlots,
    [property: Id(2)] string? OnlySweep,
    [property: Id(3)] int Slots,
    [property: Id(4)] ImmutableArray<SlotStatus> Training)
{
    /// <summary>The version of the trainer's program; null if it does not say it.</summary>
    [Id(5)] public string? Version { get; init; }

    /// <summary>The versions of its models' engines; null if it does not say them.</summary>
    [Id(6)] public string? Engine { get; init; }

    /// <summary>What went wrong there since it last said so, and stands in no report of a run, the earliest first; at most twenty.</summary>
    [Id(7)] public ImmutableArray<SiloError> Errors { get; init; } = [];
}
