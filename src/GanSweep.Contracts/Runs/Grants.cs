using System.Collections.Immutable;

namespace GanSweep.Contracts.Runs;

/// <summary>A sweep's answer to a wish for work.</summary>
/// <param name="Leases">The leases granted.</param>
/// <param name="Running">Runs of the sweep that are leased now, these included: what sharing goes by.</param>
/// <param name="Open">Whether there may be work later; if not, the sweep need not be asked again until it is announced.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.Grants")]
public sealed record Grants(
    [property: Id(0)] ImmutableArray<Lease> Leases,
    [property: Id(1)] int Running,
    [property: Id(2)] bool Open);
