using GanSweep.Search.Domains;
using GanSweep.Sweeps.Scheduling.Plans;

namespace GanSweep.Sweeps.Scheduling.Cohorts;

/// <summary>
/// Decides what was decided before a restart once more, a cohort at a time. That the same comes out is what a search promises, so another outcome is a
/// defect, or a store that somebody has changed, and no run after it could be trusted. What other rules have decided, in an earlier version, stands.
/// </summary>
/// <param name="decided">What was decided.</param>
/// <param name="plan">What is searched.</param>
/// <param name="next">The cohort after those of a log; null if it hangs on runs that have not ended.</param>
internal sealed class CohortReview(
    IReadOnlyList<Cohort> decided, SearchPlan plan, Func<CohortLog, IReadOnlySet<Point>, IEndedRuns, IReadOnlySet<int>, Cohort?> next)
{
    private readonly CohortLog _log = new(plan);
    private readonly HashSet<Point> _tried = [];
    private readonly int _count = decided.Count;

    /// <summary>Whether all that was decided has been looked at.</summary>
    public bool IsOver => _log.Cohorts.Count == _count;

    /// <summary>Looks at the next cohort, if what it hangs on is known at present.</summary>
    /// <returns>What is wrong, as a sentence; null if nothing is.</returns>
    public string? Step(IEndedRuns ended)
    {
        Cohort was = decided[_log.Cohorts.Count];
        if (next(_log, _tried, ended, was.LeftOut.ToHashSet()) is { } now && now.Revision == was.Revision && CohortText.Of(now) != CohortText.Of(was))
        {
            return $"Cohort {was.Number + 1} of the search does not come out as it was decided, by the results that the store has now: "
                + $"it was {CohortText.Of(was)} and would be {CohortText.Of(now)}. Either the store was changed, or this is a defect of GanSweep.";
        }

        _log.Add(was);
        _tried.UnionWith(was.Trials.Select(trial => trial.Point));
        return null;
    }
}
