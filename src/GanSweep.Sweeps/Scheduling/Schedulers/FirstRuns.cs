using GanSweep.Settings.Models;
using GanSweep.Sweeps.Scheduling.Cohorts;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Scheduling.Schedulers;

/// <summary>Which run of a search is the first that trains something, among those that were decided.</summary>
internal sealed class FirstRuns
{
    private readonly Dictionary<(Configuration Effective, long Seed, int? Until), int> _runs = [];
    private TrainingSize? _size;
    private int _trials;

    /// <summary>The first run, or null.</summary>
    public int? Find(CohortLog log, Alternatives alternatives, Configuration effective, long seed, int? until, TrainingSize size)
    {
        if (size != _size)
        {
            _runs.Clear();
            (_size, _trials) = (size, 0);
        }

        foreach (PlacedTrial trial in log.Trials.Skip(_trials))
        {
            Decision.Train first = trial.Of(alternatives, trial.FirstRun);
            (Configuration configuration, int? end) = (first.EffectiveOn(size), first.UntilOn(size));
            foreach (int run in trial.RunNumbers)
            {
                _runs.TryAdd((configuration, trial.FirstSeed + run - trial.FirstRun, end), run);
            }
        }

        _trials = log.Trials.Count;
        return _runs.TryGetValue((effective, seed, until), out int found) ? found : null;
    }
}
