using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Leases;
using GanSweep.Sweeps.Ranking;
using GanSweep.Sweeps.Scheduling;
using GanSweep.Sweeps.Scheduling.Cohorts;
using GanSweep.Sweeps.Stores;
using GanSweep.Tables;

namespace GanSweep.Sweeps.Books;

/// <summary>
/// Everything that the coordinator knows of one sweep, in memory: its definition, its ledger, its ranking, which generators are kept, and
/// what its trainers last told. All of it but the last can be made again from the store.
/// </summary>
internal sealed class SweepBook
{
    // A cohort of eight is proposed anew in a few milliseconds, of thousands of configurations in some fifty.
    private const int CohortsOfReview = 4;

    private readonly HashSet<int> _kept = [];
    private readonly SortedSet<int> _excluded = [];
    private readonly Dictionary<int, (string Key, bool IsSo)> _byThisEngine = [];
    private readonly Func<Configuration, string> _engineVersionOf;

    // Of a search: what is being looked at once more, and how much of what it has decided is known to be on the disk.
    private CohortReview? _review;
    private int _savedCohorts;

    public SweepBook(
        StoredSweep stored, SweepDefinition definition, TableSize tableSize, Func<Configuration, string> engineVersionOf, TimeProvider time)
    {
        _engineVersionOf = engineVersionOf;
        Ended = new EndedRuns(this);
        Beginnings = new KeptBeginnings(this);
        Search = definition.Scheduler as ICohortScheduler;
        Stored = stored;
        Definition = definition;
        TableSize = tableSize;
        Ledger = new LeaseLedger(definition.RunCount, definition.MaxAttempts, KeyOf, run => Decide(run) is Decision.Train);
        Meter = new ProgressMeter(time);
    }

    /// <summary>The sweep as it is stored.</summary>
    public StoredSweep Stored { get; private set; }

    public SweepDefinition Definition { get; }

    /// <summary>How large the table is.</summary>
    public TableSize TableSize { get; }

    public LeaseLedger Ledger { get; }

    public RunRanking Ranking { get; } = new();

    /// <summary>Counts how often a run came into the ranking, or left it.</summary>
    public int RankingChanges { get; private set; }

    /// <summary>The completed trainings that the sweep's limits keep out of the ranking, by number.</summary>
    public IReadOnlyCollection<int> Excluded => _excluded;

    public ProgressMeter Meter { get; }

    /// <summary>The runs that have not ended, as their trainers tell.</summary>
    public Dictionary<int, LiveRun> Live { get; } = [];

    /// <summary>Runs whose generator is kept.</summary>
    public IReadOnlySet<int> Kept => _kept;

    /// <summary>What its search may go on with.</summary>
    public KeptBeginnings Beginnings { get; }

    /// <summary>What decides by results; null where runs hang on nothing.</summary>
    public ICohortScheduler? Search { get; }

    /// <summary>How its runs have ended, as its search sees it.</summary>
    public IEndedRuns Ended { get; }

    /// <summary>Why no decision of its search can be relied on; null if nothing speaks against them.</summary>
    public string? Complaint { get; private set; }

    /// <summary>Whether it has work, or may have: an ended ledger can be opened again for a generator until the sweep is stored as completed.</summary>
    public bool Open => Stored.State == SweepState.Running;

    /// <summary>What was told of a run that has not ended; nothing yet if it is new.</summary>
    public LiveRun LiveOf(int run)
    {
        return Live.GetValueOrDefault(run) ?? new LiveRun(Definition.Decided(run, Ended).Configuration.Model);
    }

    /// <summary>What a run is to be trained on. Runs with the same are one training.</summary>
    public RunSpec SpecOf(int run)
    {
        return Definition.SpecOf(run, Stored.DatasetHash, TableSize, Ended);
    }

    /// <summary>Its seed, and its configuration: its own values, with or without effect, and those that suit the table where sweep.json leaves them open.</summary>
    public Decision.Train DecidedOf(int run)
    {
        return Definition.DecidedOn(TableSize, run, Ended);
    }

    /// <summary>The version of the engine that a run is to be trained with.</summary>
    public string EngineVersionOf(int run)
    {
        return _engineVersionOf(Definition.ConfigurationOf(run, Ended));
    }

    /// <summary>The key of a run's result by that engine.</summary>
    public string KeyOf(int run)
    {
        return RunKey.Compute(SpecOf(run), EngineVersionOf(run));
    }

    /// <summary>Whether a run has been trained by that engine. It is found out once: a key takes as long as all else that is said of a run.</summary>
    /// <param name="run">The run, completed.</param>
    /// <param name="key">The key of its result.</param>
    public bool IsByThisEngine(int run, string key)
    {
        if (!_byThisEngine.TryGetValue(run, out (string Key, bool IsSo) known) || known.Key != key)
        {
            _byThisEngine[run] = known = (key, key == KeyOf(run));
        }

        return known.IsSo;
    }

    /// <summary>What the sweep's scheduler says of a run.</summary>
    public Decision Decide(int run)
    {
        Decision decision = Definition.Scheduler.Decide(run, Ended);
        EndWithSearch();
        return decision;
    }

    /// <summary>What its search has decided that is not known to be on the disk.</summary>
    public IReadOnlyList<StoredCohort> NewCohorts()
    {
        return [.. (Search?.Decided.Cohorts.Skip(_savedCohorts) ?? []).Select(cohort => new StoredCohort(cohort.Number, CohortText.Of(cohort)))];
    }

    /// <summary>These cohorts, and so all before them, are on the disk.</summary>
    public void SetSaved(IReadOnlyList<StoredCohort> cohorts)
    {
        _savedCohorts = Math.Max(_savedCohorts, cohorts is [.., { Number: var last }] ? last + 1 : 0);
    }

    /// <summary>Decides some more of what was decided before a restart once more.</summary>
    /// <returns>What comes out otherwise, as a sentence; null if nothing does.</returns>
    public string? Review()
    {
        for (int i = 0; i < CohortsOfReview && _review is { IsOver: false }; i++)
        {
            if (_review.Step(Ended) is { } complaint)
            {
                _review = null;
                Complaint = complaint;
                return complaint;
            }
        }

        return null;
    }

    /// <summary>Whether every run has ended that the scheduler wants.</summary>
    public bool HasEnded()
    {
        // When all that were heard of have ended, it is asked whether more is to come; a search that wants no more says how many there are.
        int next = Ledger.FirstUnheardOf();
        if (next <= Ledger.RunCount && Ledger.Completed + Ledger.Failed == next - 1)
        {
            Decide(next);
        }

        return Ledger.Ended;
    }

    /// <summary>The most epochs that a run can take.</summary>
    public int EpochsOf(int run)
    {
        return UntilOf(run) ?? DecidedOf(run).Configuration.Get(LoopKeys.Epochs);
    }

    /// <summary>The epoch that a run ends with if it is a beginning; null of a whole run.</summary>
    public int? UntilOf(int run)
    {
        return Definition.Decided(run, Ended).UntilOn(Definition.TrainingSizeOf(TableSize));
    }

    /// <summary>
    /// A total by this sweep's weights. Before its yardsticks are known, when runs are granted by default weights alone, it is the trainer's, which is the same
    /// to the bit: ranks and what the scheduler decides by them do not hang on what was known first.
    /// </summary>
    public double TotalOf(Scores scores)
    {
        return Stored.Yardsticks is { } yardsticks ? WeightedTotal.Of(scores, yardsticks.SecondSample, Definition.Weights) : scores.Total;
    }

    /// <summary>Why the sweep's limits exclude a run with these scores, or null if they do not.</summary>
    public string? ExclusionOf(Scores scores)
    {
        return Definition.Limits.Select(limit => limit.ReasonAgainst(scores)).FirstOrDefault(reason => reason is not null);
    }

    /// <summary>Takes over what the store holds: what its search has decided, and its runs.</summary>
    public void Restore(IReadOnlyList<StoredCohort> cohorts, IReadOnlyList<StoredRun> runs, TimeSpan leasesOverdueAt)
    {
        if (Search is not null)
        {
            // A store that was damaged and saved may lack some: what is behind a gap is decided anew, and its runs are trained, or found, anew.
            foreach (StoredCohort cohort in cohorts.TakeWhile((cohort, index) => cohort.Number == index))
            {
                Search.Restore(CohortText.Parse(cohort.Json));
            }

            EndWithSearch();
            _savedCohorts = Search.Decided.Cohorts.Count;
            _review = Search.Review();
            runs = [.. runs.Where(run => run.Run <= Search.Decided.Runs)];
        }

        foreach (StoredRun run in runs)
        {
            Ledger.Restore(run, leasesOverdueAt);
            if (run is { State: RunState.Completed, Summary: { } summary })
            {
                Rank(run.Run, summary.Scores);
            }
        }

        Beginnings.Restore();
    }

    /// <summary>The key of the run that is the beginning of a run, by the engine of this version; null if there is none.</summary>
    public string? BeginningKeyOf(int run)
    {
        return Search?.Decided.BeginningOf(run) is { } beginning ? KeyOf(beginning) : null;
    }

    /// <summary>Ranks a completed run, unless the sweep's limits exclude it, or its training is another's: that one is ranked.</summary>
    public void Rank(int run, Scores scores)
    {
        if (Ledger.OriginalOf(run) != run)
        {
            return;
        }

        Unrank(run);
        if (ExclusionOf(scores) is null)
        {
            Ranking.Add(run, TotalOf(scores));
        }
        else
        {
            _excluded.Add(run);
        }
    }

    /// <summary>Takes a run that has failed out of the ranking: one that was trained again for its generator may be in it.</summary>
    public void Unrank(int run)
    {
        RankingChanges++;
        Ranking.Remove(run);
        _excluded.Remove(run);
    }

    /// <summary>Ranks a completed run. If it is among the best, its generator is kept, and the one that falls out is named.</summary>
    /// <returns>Whether to keep its generator, and the runs whose generators go.</returns>
    public (bool Keep, IReadOnlyList<int> Displaced) RankAndKeep(int run, Scores scores)
    {
        Rank(run, scores);
        HashSet<int> best = [.. BestRuns()];
        bool keep = best.Contains(run);
        if (keep)
        {
            _kept.Add(run);
        }

        List<int> displaced = [.. _kept.Where(kept => !best.Contains(kept))];
        _kept.ExceptWith(displaced);
        return (keep, displaced);
    }

    /// <summary>The runs whose generators are to be kept, best first.</summary>
    public IEnumerable<int> BestRuns()
    {
        return Ranking.Top(Definition.KeepBest).Select(ranked => ranked.Run);
    }

    /// <summary>Those runs by their keys.</summary>
    public IReadOnlyDictionary<string, int> BestKeys()
    {
        return BestRuns().ToDictionary(run => Ledger.Find(run)!.RunKey);
    }

    /// <summary>The best runs whose generator is not kept: their results were found, their generators not.</summary>
    public IReadOnlyList<int> BestWithoutGenerator()
    {
        return [.. BestRuns().Where(run => !_kept.Contains(run))];
    }

    /// <summary>Notes which generators the store holds for this sweep.</summary>
    public void SetKept(IEnumerable<int> runs)
    {
        _kept.Clear();
        _kept.UnionWith(runs);
    }

    /// <summary>The share of the work that is done, 0 to 1.</summary>
    public double Done()
    {
        double running = Ledger.Leased.Sum(run =>
            Live.TryGetValue(run, out LiveRun? live) ? (double)live.Epoch / EpochsOf(run) : 0);
        return Ledger.RunCount == 0 ? 1 : (Ledger.Completed + Ledger.Failed + running) / Ledger.RunCount;
    }

    /// <summary>The sweep's line as it is to be stored, with its counts and best total as of now.</summary>
    public StoredSweep Update(SweepState state, Yardsticks? yardsticks)
    {
        Stored = Stored with { State = state, Yardsticks = yardsticks };
        Stored = Stored with { Counts = Counts(), BestTotal = BestTotal() };
        return Stored;
    }

    public SweepCounts Counts()
    {
        bool cancelled = Stored.State == SweepState.Cancelled;
        return new SweepCounts(
            Ledger.RunCount,
            Ledger.Completed,
            Ledger.Failed,
            cancelled ? 0 : Ledger.Leased.Count,
            cancelled ? 0 : Ledger.Pending,
            Ledger.Reused);
    }

    public double? BestTotal()
    {
        return Ranking.Best?.Total;
    }

    // Once a search has decided all it wants, its sweep has so many runs, and no more are told of.
    private void EndWithSearch()
    {
        if (Search?.Decided is { HasEnded: true } all && all.Runs < Ledger.RunCount)
        {
            Ledger.EndAfter(all.Runs);
        }
    }
}
