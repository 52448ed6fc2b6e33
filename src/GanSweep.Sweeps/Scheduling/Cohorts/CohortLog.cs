using System.Collections.Immutable;
using GanSweep.Sweeps.Scheduling.Plans;

namespace GanSweep.Sweeps.Scheduling.Cohorts;

/// <summary>The cohorts that were decided, and which run is whose: runs are numbered from 1 as the cohorts have their trials.</summary>
/// <param name="plan">What is searched.</param>
internal sealed class CohortLog(SearchPlan plan)
{
    private readonly List<Cohort> _cohorts = [];
    private readonly List<PlacedTrial> _trials = [];
    private readonly List<PlacedTrial> _proposed = [];
    private readonly List<int> _firstRuns = [];

    // Which trial goes on with which, by their first runs, and the latest of each configuration.
    private readonly Dictionary<int, int> _beginnings = [];
    private readonly Dictionary<int, int> _continuations = [];
    private readonly Dictionary<int, PlacedTrial> _latest = [];

    /// <summary>The cohorts, by number.</summary>
    public IReadOnlyList<Cohort> Cohorts => _cohorts;

    /// <summary>The trials of all of them, in the order of their runs.</summary>
    public IReadOnlyList<PlacedTrial> Trials => _trials;

    /// <summary>The first trial of each configuration, by number.</summary>
    public IReadOnlyList<PlacedTrial> Proposed => _proposed;

    /// <summary>How many runs they have.</summary>
    public int Runs { get; private set; }

    /// <summary>Whether there comes none after them.</summary>
    public bool HasEnded => _cohorts is [.., { IsLast: true }];

    /// <summary>Takes the next cohort in.</summary>
    public void Add(Cohort cohort)
    {
        _cohorts.Add(cohort);
        foreach (Trial trial in cohort.Trials)
        {
            (int firstSeed, int seeds, double share) = IsConfirmation(trial)
                ? (plan.SearchSeeds, plan.Confirm!.Seeds, 1)
                : (plan.Rungs[trial.Rung].FirstSeed, plan.Rungs[trial.Rung].Seeds, plan.Rungs[trial.Rung].Share);
            PlacedTrial placed = new(trial, cohort.Number, Runs + 1, seeds, plan.Seed + firstSeed, share, share < 1 && cohort.HasShortRuns);
            _trials.Add(placed);
            _firstRuns.Add(placed.FirstRun);
            Join(placed);
            Runs += seeds;
            if (trial.Configuration == _proposed.Count)
            {
                _proposed.Add(placed);
            }
        }
    }

    /// <summary>The trial that a run belongs to.</summary>
    /// <param name="run">From 1 to <see cref="Runs"/>.</param>
    public PlacedTrial TrialOf(int run)
    {
        int found = _firstRuns.BinarySearch(run);
        return _trials[found >= 0 ? found : ~found - 1];
    }

    /// <summary>The run that is the beginning of a run; null if there is none.</summary>
    /// <param name="run">From 1 to <see cref="Runs"/>.</param>
    public int? BeginningOf(int run)
    {
        return Joined(_beginnings, run);
    }

    /// <summary>The run that goes on where a run ends; null if there is none, or not yet.</summary>
    /// <param name="run">From 1 to <see cref="Runs"/>.</param>
    public int? ContinuationOf(int run)
    {
        return Joined(_continuations, run);
    }

    private int? Joined(Dictionary<int, int> others, int run)
    {
        int first = TrialOf(run).FirstRun;
        return others.TryGetValue(first, out int other) ? other + run - first : null;
    }

    // One that confirms has seeds of its own, and so begins anew.
    private void Join(PlacedTrial placed)
    {
        if (_latest.TryGetValue(placed.Trial.Configuration, out PlacedTrial? before)
            && before.IsBeginning && (before.FirstSeed, before.Runs) == (placed.FirstSeed, placed.Runs))
        {
            _beginnings.Add(placed.FirstRun, before.FirstRun);
            _continuations.Add(before.FirstRun, placed.FirstRun);
        }

        _latest[placed.Trial.Configuration] = placed;
    }

    private bool IsConfirmation(Trial trial)
    {
        return trial.Rung == plan.Rungs.Length;
    }
}
