using System.Collections.Immutable;
using GanSweep.Contracts.Runs;

namespace GanSweep.Contracts.Sweeps;

/// <summary>What was trained where, since the coordinator began.</summary>
/// <param name="Since">When it began, in UTC.</param>
/// <param name="Now">When this was told.</param>
/// <param name="Attempts">The last attempts, by when they began.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.Timeline")]
public sealed record Timeline([property: Id(0)] DateTimeOffset Since, [property: Id(1)] DateTimeOffset Now, [property: Id(2)] ImmutableArray<AttemptSpan> Attempts);
