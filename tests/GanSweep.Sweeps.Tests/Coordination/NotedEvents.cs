using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Coordination;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Tests.Coordination;

/// <summary>Notes what a coordinator tells, a line each.</summary>
internal sealed class NotedEvents : ISweepEvents
{
    private readonly List<string> _lines = [];

    /// <summary>The state and the counts that were told last.</summary>
    public (SweepState State, SweepCounts Counts)? Last { get; private set; }

    /// <summary>What has happened since it was last asked.</summary>
    public IReadOnlyList<string> Take()
    {
        string[] lines = [.. _lines];
        _lines.Clear();
        return lines;
    }

    public void Changed(SweepState state, SweepCounts counts)
    {
        Last = (state, counts);
    }

    public void Submitted(int runs)
    {
        _lines.Add($"submitted {runs}");
    }

    public void Reused(int runs)
    {
        _lines.Add($"reused {runs}");
    }

    public void Shared(int runs)
    {
        _lines.Add($"shared {runs}");
    }

    public void Paused()
    {
        _lines.Add("paused");
    }

    public void Resumed()
    {
        _lines.Add("resumed");
    }

    public void Cancelled()
    {
        _lines.Add("cancelled");
    }

    public void Granted(IReadOnlyList<Lease> leases, string trainer)
    {
        _lines.Add($"granted {string.Join(" ", leases.Select(lease => $"{lease.Run}/{lease.Attempt}"))} to {trainer}");
    }

    public void Overdue(int run, int epoch)
    {
        _lines.Add($"overdue {run} at epoch {epoch}");
    }

    public void Forgotten(int leases)
    {
        _lines.Add($"forgotten {leases}");
    }

    public void Rejected(RunReport report, string trainer)
    {
        _lines.Add($"rejected {report.Run}/{report.Attempt} of {trainer}");
    }

    public void Answered(IReadOnlyList<RunReport> reports, IReadOnlyList<ReportAnswer> answers)
    {
        _lines.Add($"answered {string.Join(" ", reports.Zip(answers, (report, answer) => $"{report.Run} {answer}"))}");
    }

    public void Completed(StoredRun run, double total)
    {
        _lines.Add(FormattableString.Invariant($"completed {run.Run} with {total}"));
    }

    public void Failed(FailedReport report)
    {
        _lines.Add($"failed {report.Run}: {report.Reason}");
    }

    public void GeneratorsMissing(int generators)
    {
        _lines.Add($"missing {generators}");
    }

    public void Disagreed(string complaint)
    {
        _lines.Add($"disagreed {complaint}");
    }

    public void Ended(int completed, int failed)
    {
        _lines.Add($"ended {completed} {failed}");
    }

    public void WriteFailed(Exception exception)
    {
        _lines.Add($"write failed: {exception.Message}");
    }
}
