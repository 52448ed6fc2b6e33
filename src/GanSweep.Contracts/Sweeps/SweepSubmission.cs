namespace GanSweep.Contracts.Sweeps;

/// <summary>What a client asks for. The coordinator validates it as the client did; the same submission is the same sweep.</summary>
/// <param name="Json">The text of sweep.json, at most 1 MiB.</param>
/// <param name="DatasetHash">SHA-256 of the table's file, which the coordinator must already hold.</param>
/// <param name="HasFormerDefaults">Whether keys that the text leaves out have the values that they had before they were fitted to the table: it goes on with a sweep of then.</param>
/// <param name="HasExactValues">Whether rare values are learnt where the text says nothing of it, as before they were kept out of generators: likewise.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.SweepSubmission")]
public sealed record SweepSubmission(
    [property: Id(0)] string Json,
    [property: Id(1)] string DatasetHash,
    [property: Id(2)] bool HasFormerDefaults = false,
    [property: Id(3)] bool HasExactValues = false);
