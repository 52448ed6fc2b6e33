using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Books;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Stores;
using GanSweep.Tables;

namespace GanSweep.Sweeps.Views;

/// <summary>A sweep that nobody coordinates at present, as its store has it. Looking changes nothing.</summary>
public sealed class StoredSweepView
{
    private readonly ISweepStore _store;
    private readonly SweepBook _book;

    private StoredSweepView(ISweepStore store, SweepBook book)
    {
        _store = store;
        _book = book;
    }

    /// <summary>Reads a sweep.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="sweepId">The sweep.</param>
    /// <param name="models">The models that it can have trained.</param>
    /// <param name="engineVersionOf">The version of the engine that a configuration asks for.</param>
    /// <exception cref="SweepNotFoundException">The store has no such sweep.</exception>
    public static async Task<StoredSweepView> OpenAsync(
        ISweepStore store, string sweepId, ModelCatalog models, Func<Configuration, string> engineVersionOf)
    {
        ArgumentNullException.ThrowIfNull(store);
        StoredSweep stored = await store.FindSweepAsync(sweepId)
            ?? throw new SweepNotFoundException($"There is no sweep {sweepId}. 'gansweep list' shows the sweeps there are.");
        SweepDefinition definition = SweepDefinition.Restore(stored.Json, models, stored.AsOf());
        TableSize tableSize = stored.TableSize ?? (await store.ReadTableAsync(stored.DatasetHash)).Size;
        SweepBook book = new(stored.AtRest(), definition, tableSize, engineVersionOf, TimeProvider.System);
        book.Restore(await store.ListCohortsAsync(sweepId), await store.ListRunsAsync(sweepId), leasesOverdueAt: TimeSpan.Zero);

        // No process coordinates it, so none trains: runs that were leased when the last one ended are waiting.
        foreach (int run in book.Ledger.Expire(TimeSpan.Zero, _ => false))
        {
            book.Ledger.Release(run);
        }

        IReadOnlyDictionary<string, int> best = book.BestKeys();
        book.SetKept((await store.FindResultsAsync([.. best.Keys])).Where(result => result.HasGenerator).Select(result => best[result.RunKey]));
        return new StoredSweepView(store, book);
    }

    /// <summary>The ranking.</summary>
    /// <param name="top">How many ranked rows at most, and as many excluded ones, or null for all; other runs come only with all.</param>
    public Leaderboard Leaderboard(int? top)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top ?? 1, 1, nameof(top));
        return _book.Leaderboard(top);
    }

    /// <summary>What was asked for, on which table, and who computed it.</summary>
    public SweepProvenance Provenance()
    {
        return _book.Provenance();
    }

    /// <summary>One run, whole.</summary>
    /// <exception cref="RunNotFoundException">The sweep has no such run.</exception>
    public Task<RunDetails> ReadRunAsync(int run)
    {
        return _book.ReadRunAsync(_store, run);
    }

    /// <summary>A kept generator's file: that of a run, or of the best run.</summary>
    /// <exception cref="RunNotFoundException">The sweep has no such run, or no completed run yet.</exception>
    /// <exception cref="GeneratorNotKeptException">The run's generator is not kept.</exception>
    public Task<GeneratorFile> ReadGeneratorAsync(int? run)
    {
        return _book.ReadGeneratorAsync(_store, run);
    }
}
