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
}
