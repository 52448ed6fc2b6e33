using System.Collections.Immutable;
using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Sweeps;
using GanSweep.Silo;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Views;

namespace GanSweep.Client.Sessions;

/// <summary>The sweeps of a data folder, read without a host: starting one takes longer than reading.</summary>
internal sealed class StoredViews : ISweepViews
{
    private readonly ISweepStore _store;

    private StoredViews(ISweepStore store)
    {
        _store = store;
    }

    /// <summary>Opens a folder's store to look only. Makes and changes nothing; a folder without a store has no sweeps.</summary>
    /// <exception cref="StoreInUseException">Another process holds the folder.</exception>
    public static async Task<ISweepViews> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        return Stores.Kinds.AnyIn(folder)
            ? new StoredViews(await Stores.Kinds.OpenAsync(new StoreOptions { Folder = folder, ReadOnly = true }, cancellationToken))
            : new NoViews();
    }

    public async Task<ImmutableArray<SweepSummary>> ListAsync(CancellationToken cancellationToken)
    {
        return [.. (await _store.ListSweepsAsync()).Reverse().Select(sweep => sweep.SummaryAtRest())];
    }

    public async Task<ISweepView> OpenAsync(SweepSummary summary, CancellationToken cancellationToken)
    {
        return new StoredView(
            _store,
            summary,
            await StoredSweepView.OpenAsync(_store, summary.SweepId, Models.Catalog, Models.Engines.OfRun));
    }

    public ValueTask DisposeAsync()
    {
        return _store.DisposeAsync();
    }
}
