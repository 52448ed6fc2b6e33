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
            _trials.Add(new PlacedTrial(trial, cohort.Number, Runs + 1, seeds, plan.Seed + firstSeed, share));
            _firstRuns.Add(Runs + 1);
            Runs += seeds;
            if (trial.Configuration == _proposed.Count)
            {
                _proposed.Add(_trials[^1]);
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

    private bool IsConfirmation(Trial trial)
    {
        return trial.Rung == plan.Rungs.Length;
    }
}
