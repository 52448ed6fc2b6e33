using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Scheduling.Cohorts;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Books;

/// <summary>The beginnings of runs whose checkpoints the store keeps, so that a search can go on with them. Without them the same bits are trained, from the start.</summary>
/// <param name="book">The sweep.</param>
internal sealed class KeptBeginnings(SweepBook book)
{
    private readonly HashSet<int> _kept = [];

    // By how many cohorts it was last looked at who may still go on.
    private int _cohorts = -1;

    /// <summary>Whether there may be one.</summary>
    public bool Any => _kept.Count > 0;

    /// <summary>Notes what the store may have: whatever this sweep has trained.</summary>
    public void Restore()
    {
        if (book.Search is { } search && book.Stored.State != SweepState.Completed)
        {
            _kept.UnionWith(book.Ledger.Known
                .Where(run => run is { State: RunState.Completed, Reused: false } && search.Decided.TrialOf(run.Run).IsBeginning)
                .Select(run => run.Run));
        }
    }

    /// <summary>Notes that a run that has just ended hands its checkpoint over, if anything may go on with it.</summary>
    /// <returns>Whether anything may.</returns>
    public bool TryKeep(int run)
    {
        bool isNeeded = book.Search is { Decided: var log }
            && (log.ContinuationOf(run) is { } next ? IsToCome(run, next, contenders: null) : !log.HasEnded && log.TrialOf(run).IsBeginning);
        if (isNeeded)
        {
            _kept.Add(run);
        }

        return isNeeded;
    }

    /// <summary>Lets go of the beginnings that nothing goes on with any more, once these runs have changed, or more was decided.</summary>
    /// <param name="changed">The runs.</param>
    /// <returns>The run keys of their checkpoints.</returns>
    public IReadOnlyList<string> Release(IEnumerable<StoredRun> changed)
    {
        if (_kept.Count == 0 || book.Search is not { } search)
        {
            return [];
        }

        if (book.Ledger.Ended)
        {
            return LetGo([.. _kept]);
        }

        if (_cohorts == search.Decided.Cohorts.Count)
        {
            return LetGo([.. changed.Select(run => search.Decided.BeginningOf(run.Run)).OfType<int>().Where(run => _kept.Contains(run) && !IsNeeded(run, contenders: null))]);
        }

        _cohorts = search.Decided.Cohorts.Count;
        IReadOnlySet<int> contenders = search.Contenders(book.Ended);
        return LetGo([.. _kept.Where(run => !IsNeeded(run, contenders))]);
    }

    // A share of few epochs may be as many as another: then one checkpoint serves two runs.
    private string[] LetGo(int[] runs)
    {
        _kept.ExceptWith(runs);
        return runs.Length == 0 ? [] : [.. runs.Select(KeyOf).Except(_kept.Select(KeyOf))];
    }

    private bool IsNeeded(int run, IReadOnlySet<int>? contenders)
    {
        CohortLog log = book.Search!.Decided;
        return log.ContinuationOf(run) is { } next ? IsToCome(run, next, contenders) : contenders?.Contains(log.TrialOf(run).Trial.Configuration) != false;
    }

    // One that failed with whoever trained it may be tried again.
    private bool IsToCome(int run, int next, IReadOnlySet<int>? contenders)
    {
        return book.Ledger.Find(next) switch
        {
            { State: RunState.Completed, RunKey: var key } => key == KeyOf(run) && IsNeeded(next, contenders),
            { State: RunState.Failed, FailsAlike: true } => false,
            _ => true,
        };
    }

    private string KeyOf(int run)
    {
        return book.Ledger.Find(run)!.RunKey;
    }
}
