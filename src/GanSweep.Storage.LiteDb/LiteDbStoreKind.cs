using GanSweep.Storage.LiteDb.Files;
using GanSweep.Storage.LiteDb.Salvage;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb;

/// <summary>Stores in one LiteDB file.</summary>
public sealed class LiteDbStoreKind : IStoreKind
{
    /// <inheritdoc/>
    public bool IsIn(string folder)
    {
        return File.Exists(new StoreFiles(folder).Data);
    }

    /// <inheritdoc/>
    public async Task<ISweepStore> OpenAsync(StoreOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        cancellationToken.ThrowIfCancellationRequested();
        return await LiteDbSweepStore.OpenAsync(new StoreFiles(options.Folder), options);
    }

    /// <inheritdoc/>
    public Task<StoreVerdict> VerifyAsync(string folder, string? repairTo, CancellationToken cancellationToken)
    {
        return Task.Run(() => StoreVerification.Verify(new StoreFiles(folder), repairTo, cancellationToken), cancellationToken);
    }
}
