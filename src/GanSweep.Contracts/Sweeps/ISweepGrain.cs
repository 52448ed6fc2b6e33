using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;

namespace GanSweep.Contracts.Sweeps;

/// <summary>
/// The coordinator of one sweep: its lease ledger, its ranking and the retention of its best generators. Key: the sweep's id.
/// Members other than <see cref="SubmitAsync"/> throw <see cref="SweepNotFoundException"/> for a sweep that was never submitted.
/// </summary>
public interface ISweepGrain : IGrainWithStringKey
{
    /// <summary>Takes the sweep on, once; a second submission of the same sweep finds it as it stands, and goes on with a cancelled one.</summary>
    /// <exception cref="InvalidSubmissionException">The text is not valid, or is not that of this sweep's id, or the table is missing.</exception>
    [Alias("Submit")]
    Task<SweepSummary> SubmitAsync(SweepSubmission submission);

    /// <summary>Grants at most <paramref name="count"/> leases, fewer when less is to be done. Each is on disk before it is granted.</summary>
    [Alias("Grant"), SilosOnly]
    Task<Grants> GrantAsync(string trainer, int count);

    /// <summary>The checkpoint that the holder of a lease is to go on from, or null to begin at the beginning.</summary>
    [Alias("ReadCheckpoint"), SilosOnly]
    Task<RunCheckpoint?> ReadCheckpointAsync(int run, int attempt);

    /// <summary>Takes reports; one answer each, in order. What must be durable is on disk when this returns.</summary>
    [Alias("Report"), SilosOnly]
    Task<ImmutableArray<ReportAnswer>> ReportAsync(string trainer, ImmutableArray<RunReport> reports);

    /// <summary>The sweep in one line.</summary>
    [Alias("GetSummary")]
    Task<SweepSummary> GetSummaryAsync();

    /// <summary>The sweep as a watcher sees it.</summary>
    [Alias("GetProgress")]
    Task<SweepProgress> GetProgressAsync();

    /// <summary>The ranking.</summary>
    /// <param name="top">How many ranked rows at most, and as many excluded ones, or null for all; other runs come only with all.</param>
    [Alias("GetLeaderboard")]
    Task<Leaderboard> GetLeaderboardAsync(int? top);

    /// <summary>One run, whole.</summary>
    /// <exception cref="RunNotFoundException">The sweep has no such run.</exception>
    [Alias("GetRun")]
    Task<RunDetails> GetRunAsync(int run);

    /// <summary>What was asked for, on which table, and who computed it.</summary>
    [Alias("GetProvenance")]
    Task<SweepProvenance> GetProvenanceAsync();

    /// <summary>What was trained where, since the coordinator began.</summary>
    [Alias("GetTimeline")]
    Task<Timeline> GetTimelineAsync();

    /// <summary>A kept generator's file: that of <paramref name="run"/>, or of the best run.</summary>
    /// <exception cref="RunNotFoundException">The sweep has no such run, or no completed run yet.</exception>
    /// <exception cref="GeneratorNotKeptException">The run's generator is not kept.</exception>
    [Alias("GetGenerator")]
    Task<GeneratorFile> GetGeneratorAsync(int? run);

    /// <summary>Ends the sweep: no more leases; running runs stop. What is completed stays.</summary>
    [Alias("Cancel")]
    Task<SweepSummary> CancelAsync();

    /// <summary>Grants no more leases until the sweep is resumed; running runs checkpoint and stop. One that has ended stays as it is.</summary>
    [Alias("Pause")]
    Task<SweepSummary> PauseAsync();

    /// <summary>Goes on with a paused or cancelled sweep.</summary>
    [Alias("Resume")]
    Task<SweepSummary> ResumeAsync();

    /// <summary>Puts the failed runs back to pending. Returns how many.</summary>
    [Alias("Retry")]
    Task<int> RetryAsync();
}
