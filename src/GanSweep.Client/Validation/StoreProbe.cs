using GanSweep.Documents;
using GanSweep.Services.Submissions;
using GanSweep.Silo;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Client.Validation;

/// <summary>Looks into a data folder without making or changing anything.</summary>
internal static class StoreProbe
{
    /// <summary>What the folder holds of a sweep.</summary>
    /// <exception cref="StoreInUseException">Another process holds the folder.</exception>
    public static async Task<StoredDocument> ProbeAsync(string folder, SweepPlan plan, CancellationToken cancellationToken)
    {
        if (!Stores.Kinds.AnyIn(folder))
        {
            return new StoredDocument(null, 0, 0);
        }

        await using ISweepStore store = await Stores.Kinds.OpenAsync(new StoreOptions { Folder = folder, ReadOnly = true }, cancellationToken);
        return await Services.Submissions.Validation.ProbeAsync(store, plan, Models.Engines, isCoordinated: false);
    }
}
