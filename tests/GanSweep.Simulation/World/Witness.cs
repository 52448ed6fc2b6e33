using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Simulation.VirtualTime;
using GanSweep.Sweeps.Coordination;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Simulation.World;

/// <summary>Sees all that happens, whichever process lives or dies, and notes what must not.</summary>
/// <param name="loop">The clock.</param>
/// <param name="disk">What outlives processes.</param>
/// <param name="options">What the coordinators go by.</param>
/// <param name="tell">Is told all of it, if someone wants to read what happened.</param>
internal sealed class Witness(EventLoop loop, ISweepStore disk, CoordinatorOptions options, Action<string>? tell)
{
    // Between a decision and what is seen of it lies a wait for the disk.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly Dictionary<(string SweepId, int Run), RunStanding> _runs = [];
    private readonly Dictionary<string, TimeSpan> _openedAt = [];
    private readonly Dictionary<string, TimeSpan> _resultAt = [];
    private readonly Dictionary<(string SweepId, string RunKey), int> _trained = [];
    private readonly HashSet<string> _gone = [];
    private readonly HashSet<RunReport> _rejected = new(ReferenceEqualityComparer.Instance);

    /// <summary>What must not have happened, in words.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>How often something was granted, rejected and so on: a play in which nothing happens shows nothing.</summary>
    public Dictionary<string, int> Counts { get; } = [];

    /// <summary>The cluster has found that a trainer is dead.</summary>
    public void Bury(string trainer)
    {
        _gone.Add(trainer);
    }

    public bool IsGone(string trainer)
    {
        return _gone.Contains(trainer);
    }

    /// <summary>A coordinator of a sweep begins, from what is on the disk.</summary>
    public SweepObserver Observe(string sweepId, Action end)
    {
        _openedAt[sweepId] = loop.Now;
        tell?.Invoke($"{loop.Now:g} {sweepId} is opened");
        Dictionary<int, StoredRun> stored = disk.ListRunsAsync(sweepId).AtOnce().ToDictionary(run => run.Run);
        foreach (StoredRun run in stored.Values.Where(run => run.Attempt > StandingOf(sweepId, run.Run).Attempt))
        {
            // Granted, and nobody was told.
            RunStanding standing = StandingOf(sweepId, run.Run);
            standing.Attempt = run.Attempt;
            standing.Trainer = run.Trainer ?? "";
        }

        foreach (((string _, int run), RunStanding standing) in _runs.Where(entry => entry.Key.SweepId == sweepId))
        {
            standing.Held = stored.GetValueOrDefault(run)?.State == RunState.Running;
        }

        return new SweepObserver(this, sweepId, end);
    }

    public void Count(string what, int more = 1)
    {
        Counts[what] = Counts.GetValueOrDefault(what) + more;
        tell?.Invoke($"{loop.Now:g} {what}");
    }

    /// <summary>Reports were taken in by a coordinator, in which time nothing else happens.</summary>
    public void Taken(string sweepId, IReadOnlyList<RunReport> reports)
    {
        foreach (RunReport report in reports.Where(report => !_rejected.Contains(report)))
        {
            tell?.Invoke($"{loop.Now:g} {sweepId} takes {report.GetType().Name} of run {report.Run}, attempt {report.Attempt}");
            RunStanding standing = StandingOf(sweepId, report.Run);
            if (report.Attempt == standing.Attempt)
            {
                standing.HeardAt = loop.Now;
                standing.Held &= report is ProgressReport or CheckpointReport { GivesBack: false };
            }
        }

        _rejected.Clear();
    }

    public void Rejected(RunReport report)
    {
        Count("rejected");
        _rejected.Add(report);
    }

    public void Granted(string sweepId, Lease lease, string trainer)
    {
        Count("granted");
        RunStanding standing = StandingOf(sweepId, lease.Run);
        string run = $"Run {lease.Run} of {sweepId}, attempt {lease.Attempt}, was granted to {trainer}";
        tell?.Invoke($"{loop.Now:g} {run}");
        _trained.TryAdd((sweepId, lease.RunKey), lease.Run);
        Expect(_trained[(sweepId, lease.RunKey)] == lease.Run, $"{run}, whose training is that of run {_trained[(sweepId, lease.RunKey)]}");
        Expect(lease.Attempt > standing.Attempt, $"{run} after attempt {standing.Attempt}");
        Expect(!standing.Acknowledged, $"{run} though its result had been acknowledged");
        if (standing.Held && !IsGone(standing.Trainer))
        {
            TimeSpan opened = _openedAt[sweepId];
            TimeSpan free = standing.HeardAt >= opened ? standing.HeardAt + options.LeaseDuration : opened + options.RestartGrace;
            Expect(loop.Now + Tolerance >= free, $"{run} at {loop.Now}, though {standing.Trainer} held it until {free}");
        }

        // What has a result is trained again for its generator alone.
        bool known = _resultAt.TryGetValue(lease.RunKey, out TimeSpan at) && loop.Now - at > Tolerance;
        Expect(!known || disk.ReadGeneratorAsync(lease.RunKey).AtOnce() is null, $"{run} though the store had its result and its generator");
        standing.Attempt = lease.Attempt;
        standing.Trainer = trainer;
        standing.Held = true;
        standing.HeardAt = loop.Now;
    }

    public void Completed(StoredRun run)
    {
        Count("completed");
        _resultAt.TryAdd(run.RunKey, loop.Now);
    }

    public void Cancelled(string sweepId)
    {
        foreach (RunStanding standing in _runs.Where(entry => entry.Key.SweepId == sweepId).Select(entry => entry.Value))
        {
            standing.Held = false;
        }
    }

    public void Answered(string sweepId, RunReport report, ReportAnswer answer)
    {
        if (answer == ReportAnswer.Rejected)
        {
            return;
        }

        RunStanding standing = StandingOf(sweepId, report.Run);
        Expect(report.Attempt >= standing.Attempt, $"Attempt {report.Attempt} of run {report.Run} of {sweepId} was heard after attempt {standing.Attempt} was granted");
        if (report is CompletedReport)
        {
            standing.Acknowledged = true;
            StoredRun? stored = disk.ListRunsAsync(sweepId).AtOnce().FirstOrDefault(run => run.Run == report.Run);
            Expect(stored?.State == RunState.Completed, $"The result of run {report.Run} of {sweepId} was acknowledged, and is not on the disk");
        }
    }

    public void Expect(bool condition, string violation)
    {
        if (!condition)
        {
            Violations.Add(violation);
        }
    }

    /// <summary>The runs whose results were acknowledged.</summary>
    public IEnumerable<int> AcknowledgedOf(string sweepId)
    {
        return _runs.Where(entry => entry.Key.SweepId == sweepId && entry.Value.Acknowledged).Select(entry => entry.Key.Run);
    }

    private RunStanding StandingOf(string sweepId, int run)
    {
        return _runs.TryGetValue((sweepId, run), out RunStanding? standing) ? standing : _runs[(sweepId, run)] = new RunStanding();
    }
}
