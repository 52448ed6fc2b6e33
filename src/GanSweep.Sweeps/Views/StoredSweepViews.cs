using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Views;

/// <summary>What clients are shown of a sweep that nobody coordinates at present.</summary>
public static class StoredSweepViews
{
    /// <summary>The sweep in one line, as it was last stored.</summary>
    public static SweepSummary Summary(this StoredSweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return new SweepSummary
        {
            SweepId = sweep.SweepId,
            State = sweep.State,
            Counts = sweep.Counts,
            SubmittedAt = sweep.SubmittedAt,
            BestTotal = sweep.BestTotal,
        };
    }

    /// <summary>The sweep while no process coordinates it: one that would be running waits.</summary>
    internal static StoredSweep AtRest(this StoredSweep sweep)
    {
        return sweep.State == SweepState.Running ? sweep with { State = SweepState.Waiting } : sweep;
    }

    /// <summary>The sweep in one line while no process coordinates it, so that none trains: runs that were leased are waiting.</summary>
    public static SweepSummary SummaryAtRest(this StoredSweep sweep)
    {
        SweepSummary summary = sweep.AtRest().Summary();
        return summary with { Counts = summary.Counts with { Running = 0, Pending = summary.Counts.Pending + summary.Counts.Running } };
    }
}
