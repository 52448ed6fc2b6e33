using GanSweep.Contracts.Runs;

namespace GanSweep.Sweeps.Stores;

/// <summary>A run of a sweep as it is stored.</summary>
/// <param name="Run">Its number, from 1.</param>
/// <param name="RunKey">Its key.</param>
/// <param name="State">Where it stands; a lease is stored as <see cref="RunState.Running"/> before it is granted.</param>
/// <param name="Attempt">The last attempt granted; 0 for a reused run.</param>
/// <param name="FailedAttempts">Attempts that failed since the run was submitted or last retried.</param>
/// <param name="Error">Why the last failed attempt failed.</param>
/// <param name="Reused">Whether its result was found instead of trained.</param>
/// <param name="Summary">What it found, once completed.</param>
/// <param name="Trainer">The trainer of the last attempt; null for a reused run, and for one that was never leased.</param>
/// <param name="FailsAlike">Whether it has failed in a way in which any attempt would: a search counts its configuration as the worst there is.</param>
public sealed record StoredRun(
    int Run,
    string RunKey,
    RunState State,
    int Attempt,
    int FailedAttempts,
    string? Error,
    bool Reused,
    RunSummary? Summary,
    string? Trainer = null,
    bool FailsAlike = false);
