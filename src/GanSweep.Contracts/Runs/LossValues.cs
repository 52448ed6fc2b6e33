using System.Collections.Immutable;

namespace GanSweep.Contracts.Runs;

/// <summary>One of a model's losses.</summary>
/// <param name="Name">Its name in results: <c>discriminatorReal</c>.</param>
/// <param name="Values">Its means, one an epoch.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.LossValues")]
public sealed record LossValues([property: Id(0)] string Name, [property: Id(1)] ImmutableArray<float> Values);
