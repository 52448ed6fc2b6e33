using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Ranking;

/// <summary>Ranks configurations instead of runs, so that a lucky seed does not decide.</summary>
public static class ConfigurationRanking
{
    /// <summary>
    /// Groups the replicates of each configuration and ranks the groups by the median of their totals; ties by the smallest run number.
    /// </summary>
    /// <param name="rows">
    /// All rows of a leaderboard; those without a rank are left out. The best few alone would give medians of lucky seeds.
    /// </param>
    public static ImmutableArray<RankedConfiguration> Rank(IEnumerable<LeaderboardRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var groups = rows.Where(row => row is { Rank: not null, Scores: not null })
            .GroupBy(row => row.Configuration)
            .Select(replicates => (replicates, medians: Scores.Summarise([.. replicates.Select(row => row.Scores!.ToScores())], Median)))
            .OrderBy(group => new RankedRun(group.replicates.Min(row => row.Run), group.medians.Total), RankOrder.Instance);
        return [.. groups.Select((group, index) => new RankedConfiguration(
            index + 1, group.replicates.Key, group.medians, [.. group.replicates.OrderBy(row => row.Rank).Select(row => row.Run)]))];
    }

    // NaN sorts as the worst, as in the ranking of runs.
    private static double Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.OrderBy(double.IsNaN).ThenBy(value => value)];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
