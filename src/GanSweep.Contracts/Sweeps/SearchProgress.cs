namespace GanSweep.Contracts.Sweeps;

/// <summary>How far the decisions of a search are.</summary>
/// <param name="Decided">How many runs have been decided.</param>
/// <param name="HasEnded">Whether there are none after them, so that the sweep has so many in all.</param>
/// <param name="Waits">Whether each of them has been begun, so that what comes next hangs on those that are being trained.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.SearchProgress")]
public sealed record SearchProgress([property: Id(0)] int Decided, [property: Id(1)] bool HasEnded, [property: Id(2)] bool Waits);
