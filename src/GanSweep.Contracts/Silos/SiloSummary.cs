using System.Collections.Immutable;

namespace GanSweep.Contracts.Silos;

/// <summary>A silo of the cluster, as its coordinator knows it.</summary>
[GenerateSerializer, Immutable, Alias("GanSweep.SiloSummary")]
public sealed record SiloSummary
{
    /// <summary>IP:PORT@GENERATION: unique, also among the silos that were at that address before. Trainers hold leases by it.</summary>
    [Id(0)] public required string Address { get; init; }

    /// <summary>The machine's (or container's) name and the process id.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>What it does.</summary>
    [Id(2)] public required SiloRoles Roles { get; init; }

    /// <summary>Where it stands, by the cluster's membership.</summary>
    [Id(3)] public required SiloState State { get; init; }

    /// <summary>Runs it trains at the same time; null while its trainer has not spoken to this coordinator.</summary>
    [Id(4)] public int? Slots { get; init; }

    /// <summary>What its slots are at, as it last said; empty for one that does not train.</summary>
    [Id(5)] public required ImmutableArray<SlotStatus> Training { get; init; }

    /// <summary>Since when its trainer has said nothing; trainers speak every half second. Null if it never spoke.</summary>
    [Id(6)] public TimeSpan? SilentFor { get; init; }
}
