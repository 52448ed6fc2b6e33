using GanSweep.Contracts.Runs;

namespace GanSweep.Sweeps.Stores;

/// <summary>What is written when a run completes, all or none.</summary>
/// <param name="SweepId">The sweep.</param>
/// <param name="Run">The run, completed.</param>
/// <param name="Spec">What was trained.</param>
/// <param name="Result">What it found.</param>
/// <param name="Generator">Its generator, if it is among the best of the sweep.</param>
/// <param name="Displaced">Keys of runs that the sweep no longer keeps the generator of.</param>
public sealed record RunCompletion(
    string SweepId,
    StoredRun Run,
    RunSpec Spec,
    RunResult Result,
    byte[]? Generator,
    IReadOnlyList<string> Displaced)
{
    /// <summary>Where the run ended, if it is a beginning that may be gone on with; null to delete its last checkpoint.</summary>
    public RunCheckpoint? Checkpoint { get; init; }

    /// <summary>Run keys of beginnings that nothing goes on with any more: their checkpoints are deleted.</summary>
    public IReadOnlyList<string> LetGo { get; init; } = [];
}
