using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Sweeps.Books;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Coordination;

// What the store knows already, which generators are kept, and when the sweep has ended.
public sealed partial class SweepCoordinator
{
    /// <summary>What is to be known of the table; null if it is, or the store knows it, of whichever sweep on the same table.</summary>
    public async Task<YardstickQuestion?> AskYardsticksAsync()
    {
        if (Book is not { Open: true, Stored.Yardsticks: null })
        {
            return null;
        }

        if (await store.FindYardsticksAsync(YardsticksKeyOf(Book)) is { } known)
        {
            if (Book.Stored.Yardsticks is null)
            {
                await TakeYardsticksAsync(known);
            }

            return null;
        }

        SweepBook book = Book;
        _preparingSince = Now;
        return new YardstickQuestion(
            YardsticksKeyOf(book),
            _table ??= await store.ReadTableAsync(book.Stored.DatasetHash),
            book.Definition.Holdout,
            book.Definition.EvaluationRowsOf(book.TableSize),
            book.Definition.Target,
            book.Definition.Sequence);
    }

    /// <summary>Takes note of how much of the answer to <see cref="AskYardsticksAsync"/> is computed, 0 to 1. From whichever thread.</summary>
    public void Prepare(double share)
    {
        Volatile.Write(ref _prepared, share);
    }

    /// <summary>
    /// Takes the beginning of the answer to <see cref="AskYardsticksAsync"/>: from now on leases are granted. Not where weights are told: a rank
    /// by these hangs on the yardsticks, and until they are in the store, a process that begins anew has none to rank by.
    /// </summary>
    public void SetSecondSample(Scores secondSample)
    {
        if (Book.Definition.Weights == ScoreWeights.Default)
        {
            _secondSample = secondSample;
        }
    }

    /// <summary>Takes the answer to <see cref="AskYardsticksAsync"/>.</summary>
    public async Task SetYardsticksAsync(Yardsticks yardsticks)
    {
        // Asked for together, both writes share one wait for the disk.
        await Task.WhenAll(WriteAsync(() => store.SaveYardsticksAsync(YardsticksKeyOf(Book), yardsticks)), TakeYardsticksAsync(yardsticks));
    }

    private async Task TakeYardsticksAsync(Yardsticks yardsticks)
    {
        _table = null;
        await WriteAsync(() => store.SaveSweepAsync(Book.Update(Book.Stored.State, yardsticks)));
        await ReuseKnownResultsAsync();
    }

    private static string YardsticksKeyOf(SweepBook book)
    {
        return YardsticksKey.Compute(
            book.Stored.DatasetHash, book.Definition.Holdout, book.Definition.EvaluationRowsOf(book.TableSize), book.Definition.Target, book.Definition.Sequence);
    }

    /// <summary>Counts the cells that the store has results of, from whichever sweep, as completed. Without yardsticks they could not be ranked.</summary>
    private async Task ReuseKnownResultsAsync()
    {
        SweepBook book = Book;
        if (!book.Open || book.Stored.Yardsticks is null)
        {
            return;
        }

        HashSet<string> decided = [.. book.Ledger.Known.Where(run => run.State != RunState.Pending || run.Summary is not null).Select(run => run.RunKey)];
        List<(int Run, StoredResult Found)> known = [];
        foreach (StoredResult result in await store.ListResultsAsync(book.Stored.DatasetHash, except: decided))
        {
            if (book.Definition.RunOf(result.Spec, book.TableSize) is int run
                && book.Ledger.Find(run) is null or { State: RunState.Pending, Summary: null }
                && book.KeyOf(run) == result.RunKey)
            {
                known.Add((run, result));
            }
        }

        if (known.Count > 0)
        {
            await ReuseAsync(known);
            events.Reused(known.Count);
        }

        await FinishIfEndedAsync();
    }

    private async Task ReuseAsync(IReadOnlyList<(int Run, StoredResult Found)> known)
    {
        List<StoredRun> reused = [.. known.Select(item => Book.Ledger.Complete(item.Run, item.Found.Summary, reused: true))];
        foreach ((int run, StoredResult found) in known)
        {
            Book.Rank(run, found.Summary.Scores);
        }

        // One that had begun here too may have left a checkpoint, which nobody needs any more.
        await SaveRunsAsync(Book, reused, left: reused.Where(run => run.Attempt > 0).Select(run => run.RunKey));
        await KeepBestAsync();
    }

    /// <summary>
    /// Makes the store keep the generators of the best runs, and notes which of them it has. Whoever calls it finishes the sweep if it has
    /// ended: until the answer is there, nobody knows whose generators are missing.
    /// </summary>
    private async Task KeepBestAsync()
    {
        _keeping++;
        IReadOnlyDictionary<string, int> best;
        IReadOnlySet<string> held;
        int asked;
        do
        {
            asked = Book.RankingChanges;
            best = Book.BestKeys();
            held = await WriteAsync(() => store.KeepGeneratorsAsync(sweepId, [.. best.Keys]));
        }
        while (asked != Book.RankingChanges);

        // A run that ends while the store is asked brings or displaces a generator of which the answer knows nothing.
        Book.SetKept(held.Select(key => best[key]));
        _keeping--;
    }

    /// <summary>Ends the sweep once every run has ended. Best runs whose results were found, but not their generators, are trained again first.</summary>
    private async Task FinishIfEndedAsync()
    {
        // The book may be ahead of the disk. That every run has ended is so when all that says it is written; of a search that nothing more comes says so too,
        // which is decided when no run is left to store it with. Nothing is left that it could go on with.
        bool IsUnderWay() => _underWay.Any(write => !write.IsCompletedSuccessfully);
        while (HasEnded() && (IsUnderWay() || Book.NewCohorts().Count > 0 || Book.Beginnings.Any))
        {
            await (IsUnderWay() ? Task.WhenAll(_underWay) : SaveRunsAsync(Book, []));
        }

        if (!HasEnded())
        {
            return;
        }

        SweepBook book = Book;
        IReadOnlyList<int> missing = book.BestWithoutGenerator();
        if (missing.Count > 0)
        {
            events.GeneratorsMissing(missing.Count);
            await WriteAsync(() => store.SaveRunsAsync(sweepId, [.. missing.Select(book.Ledger.Reopen)]));
            return;
        }

        await WriteAsync(() => store.SaveSweepAsync(book.Update(SweepState.Completed, book.Stored.Yardsticks)));
        events.Ended(book.Ledger.Completed, book.Ledger.Failed);
    }

    private bool HasEnded()
    {
        return _keeping == 0 && Book.Stored.Yardsticks is not null && Book.Stored.State is (SweepState.Running or SweepState.Paused) && Book.HasEnded();
    }

    // A run that was reopened for its generator has a result already; only a kept generator ends it.
    private static bool NeedsGenerator(StoredRun run, StoredResult found)
    {
        return run.Summary is not null && !found.HasGenerator;
    }
}
