using GanSweep.Contracts.Runs;
using GanSweep.Training.Losses;

namespace GanSweep.Grains.Trainers;

/// <summary>Losses as they are sent.</summary>
internal static class LossConversions
{
    /// <summary>The losses of consecutive epochs of one model.</summary>
    /// <param name="epochs">The losses of each.</param>
    /// <param name="firstEpoch">The first of the epochs, from 1.</param>
    public static LossHistory ToWire(this IReadOnlyList<EpochLosses> epochs, int firstEpoch)
    {
        return epochs.Count == 0
            ? new LossHistory(firstEpoch, [])
            : new LossHistory(firstEpoch, [.. epochs[0].Series.Select((series, i) => new LossValues(series.Name, [.. epochs.Select(losses => losses.Values[i])]))]);
    }
}
