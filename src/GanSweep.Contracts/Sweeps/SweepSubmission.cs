namespace GanSweep.Contracts.Sweeps;

/// <summary>What a client asks for. The coordinator validates it as the client did; the same submission is the same sweep.</summary>
/// <param name="Json">The text of sweep.json, at most 1 MiB.</param>
/// <param name="DatasetHash">SHA-256 of the table's file, which the coordinator must already hold.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.SweepSubmission")]
public sealed record SweepSubmission([property: Id(0)] string Json, [property: Id(1)] string DatasetHash);
