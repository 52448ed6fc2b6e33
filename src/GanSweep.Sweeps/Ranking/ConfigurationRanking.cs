using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Ranking;

/// <summary>Ranks configurations instead of runs, so that a lucky seed does not decide.</summary>
public static class ConfigurationRanking
{
    // A configuration that is confirmed has been through every rung.
    private const int AboveAllRungs = int.MaxValue;

    /// <summary>
    /// Groups the replicates of each configuration and ranks the groups by the median of their totals; ties by the smallest run number. Configurations of a search that
    /// came to a higher rung stand before those that did not, and those that are confirmed before all others: each by its runs of as many steps as those of its highest
    /// rung, or by the runs that confirm it alone, by which nothing was chosen.
    /// </summary>
    /// <param name="rows">
    /// All rows of a leaderboard; those without a rank are left out. The best few alone would give medians of lucky seeds.
    /// </param>
    public static ImmutableArray<RankedConfiguration> Rank(IEnumerable<LeaderboardRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var groups = rows.Where(row => row is { Rank: not null, Scores: not null })
            .GroupBy(row => (Number: row.Search?.Configuration, Values: row.Search is null ? row.Configuration : null))
            .Select(all => Counted([.. all.OrderBy(row => row.Run)]))
            .Select(replicates => (replicates, medians: Scores.Summarise([.. replicates.Select(row => row.Scores!.ToScores())], Median)))
            .OrderByDescending(group => RungOf(group.replicates[^1]))
            .ThenBy(group => new RankedRun(group.replicates[0].Run, group.medians.Total), RankOrder.Instance);
        return [.. groups.Select((group, index) => new RankedConfiguration(
            index + 1, group.replicates[^1].Configuration, group.medians, [.. group.replicates.OrderBy(row => row.Rank).Select(row => row.Run)])
        {
            Search = group.replicates[^1].Search,
        })];
    }

    // Of the runs of a configuration, by number, those that tell most of it: its last are of its highest rung.
    private static ImmutableArray<LeaderboardRow> Counted(ImmutableArray<LeaderboardRow> runs)
    {
        LeaderboardRow last = runs[^1];
        return last.Search is null ? runs : [.. runs.Where(row => IsConfirmation(row) == IsConfirmation(last) && row.IsAsLongAs(last))];
    }

    private static int RungOf(LeaderboardRow row)
    {
        return IsConfirmation(row) ? AboveAllRungs : row.Search?.Rung ?? 0;
    }

    private static bool IsConfirmation(LeaderboardRow row)
    {
        return row.Search is { Rung: null };
    }

    // NaN sorts as the worst, as in the ranking of runs.
    private static double Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.OrderBy(double.IsNaN).ThenBy(value => value)];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
