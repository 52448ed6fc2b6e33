using GanSweep.Contracts.Runs;

namespace GanSweep.Web.Events;

/// <summary>The losses of a run.</summary>
/// <param name="History">The losses.</param>
/// <param name="EndedAt">When the run was found to have ended, by the clock's timestamps; null while it is trained.</param>
internal sealed record WatchedLosses(LossHistory History, long? EndedAt)
{
    /// <summary>The last epoch.</summary>
    public int LastEpoch => History.FirstEpoch + History.Count - 1;

    /// <summary>The losses after an epoch; null if there are none.</summary>
    public LossHistory? After(int epoch)
    {
        int known = Math.Max(epoch - History.FirstEpoch + 1, 0);
        return known >= History.Count ? null : known == 0 ? History : new LossHistory(
            History.FirstEpoch + known, [.. History.Series.Select(series => new LossValues(series.Name, series.Values[known..]))]);
    }
}
