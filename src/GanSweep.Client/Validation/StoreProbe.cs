using GanSweep.Client.Sweeps;
using GanSweep.Documents;
using GanSweep.Silo;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Views;

namespace GanSweep.Client.Validation;

/// <summary>Looks into a data folder without making or changing anything.</summary>
internal static class StoreProbe
{
    /// <summary>What the folder holds of a sweep.</summary>
    /// <exception cref="StoreInUseException">Another process holds the folder.</exception>
    public static async Task<StoredDocument> ProbeAsync(string folder, SweepFile file, CancellationToken cancellationToken)
    {
        if (!Stores.Kinds.AnyIn(folder))
        {
            return new StoredDocument(null, 0, 0);
        }

        await using ISweepStore store = await Stores.Kinds.OpenAsync(new StoreOptions { Folder = folder, ReadOnly = true }, cancellationToken);
        StoredSweep? sweep = await store.FindSweepAsync(file.SweepId);

        // A grid may have a million runs; a store has as many results as were trained. So each result looks for its run.
        int results = (await store.ListResultsAsync(file.DatasetHash)).Count(result =>
            file.Definition.RunOf(result.Spec, file.Table.Size) is int run
            && RunKey.Compute(result.Spec, Models.Engines.OfRun(file.Definition.ConfigurationOf(run))) == result.RunKey);
        return new StoredDocument(sweep?.SummaryAtRest().State, results, sweep?.Counts.Failed ?? 0);
    }
}
