using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation;
using GanSweep.Gan.Engines;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Stores;
using GanSweep.Tables;

namespace GanSweep.Grains.Sweeps;

// What the store knows already, which generators are kept, and when the sweep has ended.
public sealed partial class SweepGrain
{
    /// <summary>Before the first lease: finds what the store knows already, and computes the yardsticks beside the grain's own thread.</summary>
    private async Task PrepareAsync()
    {
        SweepBook book = Book;
        if (!book.Open)
        {
            return;
        }

        if (book.Stored.Yardsticks is not null)
        {
            await ReuseKnownResultsAsync();
            return;
        }

        Table table = await ReadTableAsync(book.Stored.DatasetHash);
        _ = EstimateYardsticksAsync(book, table);
    }

    private async Task EstimateYardsticksAsync(SweepBook book, Table table)
    {
        try
        {
            CancellationToken stop = _deactivating.Token;
            Yardsticks yardsticks = await Task.Run(() => YardstickEstimator.Estimate(table, book.Definition.Holdout, book.EvaluationRows, stop), stop);
            await WriteAsync(store.SaveSweepAsync(book.Update(book.Stored.State, yardsticks)));
            await ReuseKnownResultsAsync();
        }
        catch (OperationCanceledException) when (_deactivating.IsCancellationRequested)
        {
            // The next activation begins anew.
        }
        catch (Exception exception)
        {
            LogNotPrepared(exception, SweepId);
            DeactivateOnIdle();
        }
    }

    /// <summary>Counts the cells that the store has results of, from whichever sweep, as completed.</summary>
    private async Task ReuseKnownResultsAsync()
    {
        SweepBook book = Book;
        HashSet<string> decided = [.. book.Ledger.Known.Where(run => run.State != RunState.Pending || run.Summary is not null).Select(run => run.RunKey)];
        List<(int Run, StoredResult Found)> known = [];
        foreach (StoredResult result in await store.ListResultsAsync(book.Stored.DatasetHash, except: decided))
        {
            if (result.Spec.EvaluationRows == book.EvaluationRows
                && result.Spec.Holdout == book.Definition.Holdout
                && book.Definition.RunOf(result.Spec) is int run
                && book.Ledger.Find(run) is null or { State: RunState.Pending, Summary: null }
                && RunKey.Compute(result.Spec, EngineVersion.Here) == result.RunKey)
            {
                known.Add((run, result));
            }
        }

        if (known.Count > 0)
        {
            await ReuseAsync(known);
            LogReused(SweepId, known.Count);
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

        await WriteAsync(store.SaveRunsAsync(SweepId, reused));
        await KeepBestAsync();
    }

    /// <summary>Makes the store keep the generators of the best runs, and notes which of them it has.</summary>
    private async Task KeepBestAsync()
    {
        Dictionary<string, int> best = Book.BestRuns().ToDictionary(run => Book.Ledger.Find(run)!.RunKey);
        IReadOnlySet<string> held = await WriteAsync(store.KeepGeneratorsAsync(SweepId, best.Keys));
        Book.SetKept(held.Select(key => best[key]));
    }

    /// <summary>Ends the sweep once every run has ended. Best runs whose results were found, but not their generators, are trained again first.</summary>
    private async Task FinishIfEndedAsync()
    {
        SweepBook book = Book;
        if (!book.Ledger.Ended || book.Stored.State is not (SweepState.Running or SweepState.Paused))
        {
            return;
        }

        IReadOnlyList<int> missing = book.BestWithoutGenerator();
        if (missing.Count > 0)
        {
            LogGeneratorsMissing(SweepId, missing.Count);
            await WriteAsync(store.SaveRunsAsync(SweepId, [.. missing.Select(book.Ledger.Reopen)]));
            return;
        }

        await WriteAsync(store.SaveSweepAsync(book.Update(SweepState.Completed, book.Stored.Yardsticks)));
        LogEnded(SweepId, book.Ledger.Completed, book.Ledger.Failed);
    }

    // A run that was reopened for its generator has a result already; only a kept generator ends it.
    private static bool NeedsGenerator(StoredRun run, StoredResult found)
    {
        return run.Summary is not null && !found.HasGenerator;
    }
}
