using System.Collections.Immutable;
using GanSweep.Contracts.Sweeps;
using GanSweep.Storage.LiteDb;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Client.Sessions;

/// <summary>The sweeps of a data folder, read without a host: starting one takes longer than reading.</summary>
internal static class StoredSweeps
{
    /// <summary>Every sweep, the latest first. Makes and changes nothing.</summary>
    /// <exception cref="StoreInUseException">Another process holds the folder.</exception>
    public static async Task<ImmutableArray<SweepSummary>> ListAsync(string folder, CancellationToken cancellationToken)
    {
        if (!LiteDbSweepStore.Exists(folder))
        {
            return [];
        }

        await using LiteDbSweepStore store = await LiteDbSweepStore.OpenAsync(
            new StoreOptions { Folder = folder, ReadOnly = true }, cancellationToken);
        return
        [
            .. (await store.ListSweepsAsync()).Reverse().Select(sweep => new SweepSummary
            {
                SweepId = sweep.SweepId,
                State = sweep.State,
                // No process holds the folder, so none trains: runs that were leased when the last one ended are waiting.
                Counts = sweep.Counts with { Running = 0, Pending = sweep.Counts.Pending + sweep.Counts.Running },
                SubmittedAt = sweep.SubmittedAt,
                BestTotal = sweep.BestTotal,
            }),
        ];
    }
}
