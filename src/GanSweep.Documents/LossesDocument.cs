using System.Collections.Immutable;
using GanSweep.Contracts.Runs;

namespace GanSweep.Documents;

/// <summary>The losses of a run as JSON: the epochs, then each loss under its name, one value an epoch.</summary>
internal static class LossesDocument
{
    /// <summary>The losses by their names, each a list with an entry for each of <c>epoch</c>.</summary>
    public static IReadOnlyDictionary<string, object> Of(LossHistory losses)
    {
        ImmutableArray<int> epochs = [.. Enumerable.Range(losses.FirstEpoch, losses.Count)];
        return new OrderedDictionary<string, object>(
            [KeyValuePair.Create<string, object>("epoch", epochs), .. losses.Series.Select(series => KeyValuePair.Create<string, object>(series.Name, series.Values))]);
    }
}
