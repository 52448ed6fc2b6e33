using GanSweep.Contracts.Runs;

namespace GanSweep.Contracts.Reports;

/// <summary>The run has ended well.</summary>
/// <param name="Run">The run's number in its sweep.</param>
/// <param name="Attempt">The attempt that the trainer holds.</param>
/// <param name="Result">What it found.</param>
/// <param name="Generator">The generator as a downloadable file.</param>
/// <param name="Checkpoint">Where it ended, if it is a beginning: all that a longer run needs to go on from there; null of a whole run, or if it is too large to be sent.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.CompletedReport")]
public sealed record CompletedReport(
    int Run,
    int Attempt,
    [property: Id(0)] RunResult Result,
    [property: Id(1)] byte[] Generator,
    [property: Id(2)] byte[]? Checkpoint = null) : RunReport(Run, Attempt);
