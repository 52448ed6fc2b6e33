using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Reporting.Statistics;

/// <summary>What became of the configurations that came to a rung of a search.</summary>
/// <param name="Number">The rung, from 1.</param>
/// <param name="Came">How many configurations have a run on it.</param>
/// <param name="WentOn">How many have one on the next; null of the last.</param>
/// <param name="BestMean">The lowest mean total that a configuration had on it, over its runs of as many steps; null if none has one.</param>
internal sealed record SearchRung(int Number, int Came, int? WentOn, double? BestMean)
{
    /// <summary>Those of a search, the first first.</summary>
    /// <param name="rows">All rows of its leaderboard.</param>
    public static ImmutableArray<SearchRung> Of(IEnumerable<LeaderboardRow> rows)
    {
        ILookup<int, LeaderboardRow> runs = rows.Where(row => row.Search?.Rung is not null).ToLookup(row => row.Search!.Rung!.Value);
        int last = runs.Select(rung => rung.Key).DefaultIfEmpty(0).Max();
        return
        [
            .. Enumerable.Range(1, last).Select(rung => new SearchRung(
                rung,
                Configurations(runs[rung]).Count,
                rung == last ? null : Configurations(runs[rung + 1]).Count,
                BestMeanOf(Enumerable.Range(1, rung).SelectMany(each => runs[each]), Configurations(runs[rung]), rung))),
        ];
    }

    private static HashSet<int> Configurations(IEnumerable<LeaderboardRow> rows)
    {
        return [.. rows.Select(row => row.Search!.Configuration)];
    }

    // Of a race the runs of lower rungs are as long, and count too; of halving they are shorter, and so of another configuration.
    private static double? BestMeanOf(IEnumerable<LeaderboardRow> upToRung, HashSet<int> came, int rung)
    {
        double[] means =
        [
            .. upToRung.Where(row => came.Contains(row.Search!.Configuration))
                .GroupBy(row => row.Search!.Configuration)
                .Select(runs => MeanOf([.. runs], rung))
                .Where(double.IsFinite),
        ];
        return means.Length == 0 ? null : means.Min();
    }

    private static double MeanOf(LeaderboardRow[] runs, int rung)
    {
        RunConfiguration longest = runs.First(row => row.Search!.Rung == rung).Configuration;
        double[] totals = [.. runs.Where(row => row is { Rank: not null, Scores: not null } && row.Configuration == longest).Select(row => row.Scores!.Find(Score.Total) ?? double.NaN)];
        return totals.Length == 0 ? double.NaN : totals.Average();
    }
}
