using System.Collections.Immutable;
using GanSweep.Contracts.Runs;

namespace GanSweep.Client.Documents;

/// <summary>The losses of a run as JSON: the epochs, then each loss under its name, one value an epoch.</summary>
internal static class LossesDocument
{
    public static IReadOnlyDictionary<string, object> Of(LossHistory losses)
    {
        ImmutableArray<int> epochs = [.. Enumerable.Range(losses.FirstEpoch, losses.Count)];
        return new OrderedDictionary<string, object>(
            [KeyValuePair.Create<string, object>("epoch", epochs), .. losses.Series.Select(series => KeyValuePair.Create<string, object>(series.Name, series.Values))]);
    }
}
