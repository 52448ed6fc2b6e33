using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Scheduling.Schedulers;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Importance;

/// <summary>A configuration of a sweep and how good it is.</summary>
/// <param name="Configuration">What it is.</param>
/// <param name="Value">The mean of a score over its seeds, lower is better; infinite if it diverged or is excluded.</param>
internal sealed record TriedConfiguration(RunConfiguration Configuration, double Value)
{
    /// <summary>
    /// The configurations of which a run has ended. A value is the mean over a configuration's runs of as many steps as those of its highest rung; runs that confirm it do not count, since those that
    /// are not the best have none. As a search sees it (<see cref="Standings.MeanOf"/>), one that diverged under a seed, or is excluded under most, is the worst there is. A run that failed with whoever trained it
    /// tells nothing.
    /// </summary>
    /// <param name="rows">All rows of a leaderboard.</param>
    /// <param name="score">The score; what is high for the better is negated.</param>
    public static IEnumerable<TriedConfiguration> Of(IEnumerable<LeaderboardRow> rows, Score score)
    {
        return rows
            .Where(row => row.Search is not { Rung: null } && (row is { State: RunState.Completed, Scores: not null } || row.FailsAlike))
            .GroupBy(row => (Number: row.Search?.Configuration, Values: row.Search is null ? row.Configuration : null))
            .Select(runs => runs.OrderBy(row => row.Run).ToArray())
            .Select(runs => new TriedConfiguration(runs[^1].Whole ?? runs[^1].Configuration, ValueOf([.. runs.Where(row => row.IsAsLongAs(runs[^1]))], score)));
    }

    private static double ValueOf(LeaderboardRow[] runs, Score score)
    {
        double?[] allowed = [.. runs.Where(row => !row.FailsAlike && row.Excluded is null).Select(row => row.Scores!.ToScores()[score])];
        if (Array.Exists(runs, row => row.FailsAlike) || allowed.Length == 0 || allowed.Length * 2 < runs.Length)
        {
            return double.PositiveInfinity;
        }

        double mean = allowed.Average(value => value ?? double.NaN);
        return double.IsNaN(mean) ? double.PositiveInfinity : score.Aim == ScoreAim.High ? -mean : mean;
    }
}
