using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Grains.Metrics;
using GanSweep.Grains.Silos;
using GanSweep.Sweeps.Attempts;
using GanSweep.Sweeps.Coordination;
using GanSweep.Sweeps.Stores;
using Microsoft.Extensions.Logging;

namespace GanSweep.Grains.Sweeps;

/// <summary>Logs and counts what happens in a sweep.</summary>
/// <param name="sweepId">The sweep.</param>
/// <param name="metrics">Counts.</param>
/// <param name="attempts">What was trained where.</param>
/// <param name="errors">What went wrong.</param>
/// <param name="logger">Logs.</param>
/// <param name="startAgain">Is called when the coordinator is to be replaced by a new one.</param>
internal sealed partial class SweepEvents(string sweepId, SweepMetrics metrics, AttemptLog attempts, ErrorLog errors, ILogger logger, Action startAgain) : ISweepEvents
{
    private readonly ILogger _logger = logger;

    public void Changed(SweepState state, SweepCounts counts)
    {
        metrics.Show(sweepId, state, counts);
    }

    public void Submitted(int runs)
    {
        LogSubmitted(sweepId, runs);
    }

    public void Reused(int runs)
    {
        LogReused(sweepId, runs);
    }

    public void Shared(int runs)
    {
        LogShared(sweepId, runs);
    }

    public void Paused()
    {
        LogPaused(sweepId);
    }

    public void Resumed()
    {
        LogResumed(sweepId);
    }

    public void Cancelled()
    {
        LogCancelled(sweepId);
    }

    public void Granted(IReadOnlyList<Lease> leases, string trainer)
    {
        metrics.Granted(leases.Count);
        foreach (Lease lease in leases)
        {
            LogGranted(sweepId, lease.Run, lease.Attempt, trainer);
        }
    }

    public void Overdue(int run, int epoch)
    {
        metrics.Expired(1);
        attempts.Lost(run);
        LogOverdue(sweepId, run, epoch);
        errors.Note($"Its trainer is silent or gone, last heard of at epoch {epoch}; it can be granted again.", sweepId, run);
    }

    public void Forgotten(int leases)
    {
        metrics.Expired(leases);
    }

    public void Rejected(RunReport report, string trainer)
    {
        LogRejected(sweepId, report.Run, report.Attempt, report.GetType().Name, trainer);
    }

    public void Answered(IReadOnlyList<RunReport> reports, IReadOnlyList<ReportAnswer> answers)
    {
        metrics.Answered(reports, answers);
    }

    public void Completed(StoredRun run, double total)
    {
        LogCompleted(sweepId, run.Run, run.Attempt, total, run.Summary!.Seconds);
    }

    public void Failed(FailedReport report)
    {
        LogFailed(sweepId, report.Run, report.Attempt, report.Epoch, report.Reason);
    }

    public void GeneratorsMissing(int generators)
    {
        LogGeneratorsMissing(sweepId, generators);
    }

    public void Disagreed(string complaint)
    {
        LogDisagreed(sweepId, complaint);
        errors.Note($"The sweep is paused. {complaint}", sweepId);
    }

    public void Ended(int completed, int failed)
    {
        LogEnded(sweepId, completed, failed);
    }

    public void WriteFailed(Exception exception)
    {
        LogWriteFailed(exception, sweepId);
        errors.Note($"A write failed: {exception.Message}", sweepId);
        startAgain();
    }
}
