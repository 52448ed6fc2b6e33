using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Documents;

/// <summary>One of the best configurations of a search, trained again under seeds that nothing was chosen by.</summary>
/// <param name="Configuration">Its number, from 1.</param>
/// <param name="Config">What it is.</param>
/// <param name="Place">Its place in the search, from 1.</param>
/// <param name="SearchTotal">The mean total that it was chosen by.</param>
/// <param name="Median">The median total under fresh seeds; null before there is one.</param>
/// <param name="Low">Where the middle 90 % of their totals begin.</param>
/// <param name="High">Where they end.</param>
/// <param name="Flattery">The median less the total that it was chosen by.</param>
/// <param name="Runs">The runs under fresh seeds that have ended with a total.</param>
/// <param name="Lost">How many of them have ended without one.</param>
public sealed record ConfirmedDocument(
    int Configuration, RunConfiguration Config, int Place, double? SearchTotal, double? Median, double? Low, double? High, double? Flattery, ImmutableArray<int> Runs, int Lost)
{
    /// <summary>Those of a leaderboard; null if nothing is confirmed, or not yet.</summary>
    public static IReadOnlyList<ConfirmedDocument>? Of(Leaderboard board)
    {
        return board.Confirmed.IsEmpty ? null : [.. board.Confirmed.Select(Of)];
    }

    /// <summary>The configuration that it tells of.</summary>
    public ConfirmedConfiguration ToConfirmed()
    {
        return new ConfirmedConfiguration(Configuration, Config, SearchTotal ?? double.NaN, Runs, Median, Low, High, Lost, Place);
    }

    private static ConfirmedDocument Of(ConfirmedConfiguration confirmed)
    {
        return new ConfirmedDocument(
            confirmed.Configuration,
            confirmed.Config,
            confirmed.Place,
            Finite.OrNull(confirmed.SearchTotal),
            Finite.OrNull(confirmed.Median),
            Finite.OrNull(confirmed.Lowest),
            Finite.OrNull(confirmed.Highest),
            Finite.OrNull(confirmed.Flattery),
            confirmed.Runs,
            confirmed.Lost);
    }
}
