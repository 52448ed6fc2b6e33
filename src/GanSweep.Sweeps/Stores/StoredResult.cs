using GanSweep.Contracts.Runs;

namespace GanSweep.Sweeps.Stores;

/// <summary>A memoised result: what a run key stands for and what it gave.</summary>
/// <param name="RunKey">The run key.</param>
/// <param name="Spec">The run that was trained.</param>
/// <param name="Summary">What it found.</param>
/// <param name="HasGenerator">Whether its generator is kept.</param>
public sealed record StoredResult(string RunKey, RunSpec Spec, RunSummary Summary, bool HasGenerator);
