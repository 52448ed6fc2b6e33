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

    /// <summary>The version of its program; null for a trainer that has not spoken yet, or whose version does not say it.</summary>
    [Id(7)] public string? Version { get; init; }

    /// <summary>The versions of its models' engines, where <see cref="Version"/> is known.</summary>
    [Id(8)] public string? Engine { get; init; }

    /// <summary>What keeps it from its work, a sentence each, as far as the coordinator knows; empty if it is well.</summary>
    [Id(9)] public ImmutableArray<string> Complaints { get; init; } = [];

    /// <summary>How large its store is; null for one that is no coordinator, or before the store has said it.</summary>
    [Id(10)] public StoreStatus? Store { get; init; }

    /// <summary>Of a coordinator: the last errors that it knows of since it began, its own and the trainers', the latest first.</summary>
    [Id(11)] public ImmutableArray<SiloError> Errors { get; init; } = [];
}
