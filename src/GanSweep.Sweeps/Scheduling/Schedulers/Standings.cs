using System.Diagnostics.CodeAnalysis;
using GanSweep.Sweeps.Scheduling.Cohorts;

namespace GanSweep.Sweeps.Scheduling.Schedulers;

/// <summary>What is known of configurations by the runs of the cohorts that a decision hangs on, and nothing of later ones.</summary>
internal static class Standings
{
    /// <summary>Finds out how configurations stand.</summary>
    /// <param name="log">What was decided.</param>
    /// <param name="cohorts">How many of its cohorts may be looked at.</param>
    /// <param name="ended">What has ended.</param>
    /// <param name="leftOut">The runs that had failed with those who trained them, where that was noted; null to find out.</param>
    /// <param name="standings">The configurations of which something is known, by number.</param>
    /// <param name="faulted">The runs of the cohorts that have failed with those who trained them.</param>
    /// <returns>Whether all runs of the cohorts have ended.</returns>
    public static bool TryFind(
        CohortLog log, int cohorts, IEndedRuns ended, IReadOnlySet<int>? leftOut, [NotNullWhen(true)] out List<Standing>? standings, out List<int> faulted)
    {
        standings = null;
        faulted = [];
        if (IsWaitedFor(log, cohorts, ended, leftOut))
        {
            return false;
        }

        SortedDictionary<int, List<(PlacedTrial Trial, List<EndedRun> Runs)>> told = [];
        foreach (PlacedTrial trial in log.Trials.TakeWhile(trial => trial.Cohort < cohorts))
        {
            List<EndedRun> runs = [];
            foreach (int run in trial.RunNumbers)
            {
                EndedRun? result = leftOut?.Contains(run) == true ? EndedRun.Without(Ending.Faulted) : ended.Find(run);
                if (result is not { } known)
                {
                    return false;
                }

                if (known.Ending == Ending.Faulted)
                {
                    faulted.Add(run);
                }
                else
                {
                    runs.Add(known);
                }
            }

            if (!told.TryGetValue(trial.Trial.Configuration, out var trials))
            {
                told.Add(trial.Trial.Configuration, trials = []);
            }

            trials.Add((trial, runs));
        }

        // Where all runs of a rung have failed with those who trained them, it has not been gone through: nothing is told of it.
        standings = [.. told.Values
            .Select(trials => trials.FindAll(trial => trial.Runs.Count > 0))
            .Where(trials => trials.Count > 0)
            .Select(StandingOf)];
        return true;
    }

    // Asked for whenever somebody asks for work: what is waited for is among the latest.
    private static bool IsWaitedFor(CohortLog log, int cohorts, IEndedRuns ended, IReadOnlySet<int>? leftOut)
    {
        for (int i = log.Trials.Count - 1; i >= 0 && log.Trials[i].Cohort >= cohorts - 1; i--)
        {
            if (log.Trials[i].Cohort < cohorts && log.Trials[i].RunNumbers.Any(run => leftOut?.Contains(run) != true && ended.Find(run) is null))
            {
                return true;
            }
        }

        return false;
    }

    private static Standing StandingOf(List<(PlacedTrial Trial, List<EndedRun> Runs)> trials)
    {
        PlacedTrial first = trials[0].Trial;
        PlacedTrial last = trials[^1].Trial;
        return new Standing(
            first.Trial.Configuration,
            first.Trial.Point,
            first.Cohort,
            last.Trial.Rung,
            MeanOf(trials[0].Runs),
            MeanOf([.. trials.Where(trial => trial.Trial.Share == last.Share).SelectMany(trial => trial.Runs)]));
    }

    /// <summary>
    /// The mean total of runs that have ended. A diverged configuration is the worst there is. One that the sweep's limits exclude under most seeds is no better; under
    /// a few, which luck may do, the others tell.
    /// </summary>
    public static double MeanOf(List<EndedRun> runs)
    {
        EndedRun[] ranked = [.. runs.Where(run => run.Ending == Ending.Ranked)];
        return runs.Exists(run => run.Ending == Ending.Diverged) || ranked.Length == 0 || ranked.Length * 2 < runs.Count
            ? double.PositiveInfinity
            : ranked.Average(run => run.Total);
    }
}
