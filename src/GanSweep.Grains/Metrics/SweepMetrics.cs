using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using GanSweep.Contracts.Metrics;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Grains.Metrics;

/// <summary>What is measured of a coordinator. Runs are told by sweep only while the sweep is open, so the series do not grow with the store.</summary>
internal sealed class SweepMetrics
{
    private const string SweepId = "gansweep.sweep.id";
    private const string RunState = "gansweep.run.state";
    private const string ReportKind = "gansweep.report.kind";
    private const string ReportOutcome = "gansweep.report.answer";

    private readonly ConcurrentDictionary<string, SweepCounts> _open = [];
    private readonly Counter<long> _reports;
    private readonly Counter<long> _granted;
    private readonly Counter<long> _expired;

    /// <summary>Creates the coordinator's instruments.</summary>
    /// <param name="meters">Makes, and owns, the meter.</param>
    public SweepMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        Meter meter = meters.Create(GanSweepMeter.Name);
        meter.CreateObservableUpDownCounter("gansweep.run.count", Runs, "{run}", "Runs of the open sweeps, by state.");
        _reports = meter.CreateCounter<long>("gansweep.reports", "{report}", "Reports of trainers, by kind and by the coordinator's answer.");
        _granted = meter.CreateCounter<long>("gansweep.leases.granted", "{lease}", "Leases granted.");
        _expired = meter.CreateCounter<long>("gansweep.leases.expired", "{lease}", "Leases that ran out, or whose trainer was found dead.");
    }

    /// <summary>A sweep stands as follows; one that has ended is shown no more.</summary>
    internal void Show(string sweepId, SweepState state, SweepCounts counts)
    {
        if (state is SweepState.Running or SweepState.Paused)
        {
            _open[sweepId] = counts;
        }
        else
        {
            Forget(sweepId);
        }
    }

    /// <summary>A sweep is not looked after here any more.</summary>
    internal void Forget(string sweepId)
    {
        _open.TryRemove(sweepId, out _);
    }

    internal void Granted(int leases)
    {
        _granted.Add(leases);
    }

    internal void Expired(int leases)
    {
        _expired.Add(leases);
    }

    /// <summary>Reports were answered.</summary>
    internal void Answered(IReadOnlyList<RunReport> reports, IReadOnlyList<ReportAnswer> answers)
    {
        foreach ((RunReport report, ReportAnswer answer) in reports.Zip(answers))
        {
            _reports.Add(1, new(ReportKind, KindOf(report)), new(ReportOutcome, NameOf(answer)));
        }
    }

    private IEnumerable<Measurement<int>> Runs()
    {
        foreach ((string sweepId, SweepCounts counts) in _open)
        {
            yield return Count(sweepId, "pending", counts.Pending);
            yield return Count(sweepId, "running", counts.Running);
            yield return Count(sweepId, "completed", counts.Completed);
            yield return Count(sweepId, "failed", counts.Failed);
        }
    }

    private static Measurement<int> Count(string sweepId, string state, int runs)
    {
        return new Measurement<int>(runs, new(SweepId, sweepId), new(RunState, state));
    }

    private static string KindOf(RunReport report)
    {
        return report switch
        {
            ProgressReport => "progress",
            CheckpointReport => "checkpoint",
            CompletedReport => "completed",
            FailedReport => "failed",
            _ => throw new NotSupportedException($"There is no name for {report.GetType().Name}."),
        };
    }

    private static string NameOf(ReportAnswer answer)
    {
        return answer switch
        {
            ReportAnswer.Accepted => "accepted",
            ReportAnswer.Stop => "stop",
            _ => "rejected",
        };
    }
}
