using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Coordination;

/// <summary>Is told what happens in a sweep, as it happens, on the thread that called its coordinator. For logs and metrics.</summary>
public interface ISweepEvents
{
    /// <summary>The sweep stands as follows.</summary>
    void Changed(SweepState state, SweepCounts counts);

    /// <summary>It was submitted for the first time.</summary>
    void Submitted(int runs);

    /// <summary>Results of some of its runs were found in the store.</summary>
    void Reused(int runs);

    /// <summary>Some of its runs have ended as others have whose training is theirs.</summary>
    void Shared(int runs);

    /// <summary>It is paused.</summary>
    void Paused();

    /// <summary>It goes on.</summary>
    void Resumed();

    /// <summary>It is cancelled.</summary>
    void Cancelled();

    /// <summary>Runs were granted to a trainer.</summary>
    void Granted(IReadOnlyList<Lease> leases, string trainer);

    /// <summary>A lease has run out, or its trainer is gone.</summary>
    void Overdue(int run, int epoch);

    /// <summary>Leases from before a restart are not waited for.</summary>
    void Forgotten(int leases);

    /// <summary>A report came under an attempt that does not count.</summary>
    void Rejected(RunReport report, string trainer);

    /// <summary>Reports were answered, whatever the answers.</summary>
    void Answered(IReadOnlyList<RunReport> reports, IReadOnlyList<ReportAnswer> answers);

    /// <summary>A run has completed.</summary>
    void Completed(StoredRun run, double total);

    /// <summary>An attempt has failed.</summary>
    void Failed(FailedReport report);

    /// <summary>Some of the best runs are trained again, since the store has their results and not their generators.</summary>
    void GeneratorsMissing(int generators);

    /// <summary>What its search decided before a restart does not come out again; it is paused.</summary>
    void Disagreed(string complaint);

    /// <summary>Every run has ended.</summary>
    void Ended(int completed, int failed);

    /// <summary>The store has refused a write. The coordinator knows more than the disk does, and must be replaced by a new one.</summary>
    void WriteFailed(Exception exception);
}
