using System.Collections.Immutable;

namespace GanSweep.Contracts.Silos;

/// <summary>How large a coordinator's store is.</summary>
/// <param name="Bytes">Its bytes on disk, with room that is free within it.</param>
/// <param name="Kept">What is kept in it.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.StoreStatus")]
public sealed record StoreStatus([property: Id(0)] long Bytes, [property: Id(1)] ImmutableArray<StoredAmount> Kept);
