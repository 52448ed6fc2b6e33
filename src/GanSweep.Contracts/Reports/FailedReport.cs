namespace GanSweep.Contracts.Reports;

/// <summary>The attempt has failed.</summary>
/// <param name="Run">The run's number in its sweep.</param>
/// <param name="Attempt">The attempt that the trainer holds.</param>
/// <param name="Epoch">The epoch in which it failed; 0 before the first.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Final">Whether any attempt would fail in the same way (it diverged, its table does not fit), so that another is of no use.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.FailedReport")]
public sealed record FailedReport(
    int Run,
    int Attempt,
    [property: Id(0)] int Epoch,
    [property: Id(1)] string Reason,
    [property: Id(2)] bool Final) : RunReport(Run, Attempt);
