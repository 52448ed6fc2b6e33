using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Coordination;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Simulation.World;

/// <summary>Tells the witness of one coordinator of one sweep.</summary>
internal sealed class SweepObserver(Witness witness, string sweepId, Action end) : ISweepEvents
{
    public void Changed(SweepState state, SweepCounts counts)
    {
        witness.Expect(
            counts.Total == counts.Completed + counts.Failed + counts.Running + counts.Pending || state == SweepState.Cancelled,
            $"The counts of {sweepId} do not add up: {counts}");
    }

    public void Submitted(int runs)
    {
        witness.Count("submitted");
    }

    public void Reused(int runs)
    {
        witness.Count("reused", runs);
    }

    public void Shared(int runs)
    {
        witness.Count("shared", runs);
    }

    public void Paused()
    {
        witness.Count("paused");
    }

    public void Resumed()
    {
        witness.Count("resumed");
    }

    public void Cancelled()
    {
        witness.Count("cancelled");
        witness.Cancelled(sweepId);
    }

    public void Granted(IReadOnlyList<Lease> leases, string trainer)
    {
        foreach (Lease lease in leases)
        {
            witness.Granted(sweepId, lease, trainer);
        }
    }

    public void Overdue(int run, int epoch)
    {
        witness.Count("overdue");
    }

    public void Forgotten(int leases)
    {
        witness.Count("forgotten", leases);
    }

    public void Rejected(RunReport report, string trainer)
    {
        witness.Rejected(report);
    }

    public void Answered(IReadOnlyList<RunReport> reports, IReadOnlyList<ReportAnswer> answers)
    {
        foreach ((RunReport report, ReportAnswer answer) in reports.Zip(answers))
        {
            witness.Answered(sweepId, report, answer);
        }
    }

    public void Completed(StoredRun run, double total)
    {
        witness.Completed(run);
    }

    public void Failed(FailedReport report)
    {
        witness.Count("failed");
    }

    public void GeneratorsMissing(int generators)
    {
        witness.Count("generators missing", generators);
    }

    public void Disagreed(string complaint)
    {
        witness.Violations.Add(complaint);
    }

    public void Ended(int completed, int failed)
    {
        witness.Count("ended");
    }

    public void WriteFailed(Exception exception)
    {
        witness.Count("write failed");
        end();
    }
}
