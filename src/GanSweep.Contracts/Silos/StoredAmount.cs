namespace GanSweep.Contracts.Silos;

/// <summary>How much a store keeps of one kind.</summary>
/// <param name="Kind">What it is, in the plural: tables, runs, generators.</param>
/// <param name="Count">How many.</param>
/// <param name="Bytes">Their bytes; null where they are not measured.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.StoredAmount")]
public sealed record StoredAmount([property: Id(0)] string Kind, [property: Id(1)] long Count, [property: Id(2)] long? Bytes);
