namespace GanSweep.Sweeps.Stores;

/// <summary>A kind of store that a data folder can hold.</summary>
public interface IStoreKind
{
    /// <summary>Whether a folder holds a store of this kind.</summary>
    bool IsIn(string folder);

    /// <summary>Takes the data folder and opens its store; both are created if they are missing.</summary>
    /// <exception cref="StoreInUseException">Another process has the folder.</exception>
    /// <exception cref="StoreDamagedException">The store is not whole, is no store, or is of a newer format.</exception>
    /// <exception cref="StoreFolderException">There can be no store in the folder.</exception>
    /// <exception cref="StoreWriteException">The store cannot be written.</exception>
    Task<ISweepStore> OpenAsync(StoreOptions options, CancellationToken cancellationToken);

    /// <summary>Reads every byte of a folder's store, without changing any, and writes what is whole to a new store if one is named.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="repairTo">The folder of the new store, which is created and must be empty; or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreInUseException">Another process has the folder.</exception>
    /// <exception cref="StoreDamagedException">The store is of a newer format, or nothing of it is left.</exception>
    /// <exception cref="StoreFolderException">There is no store in the folder, or there can be none in the new one.</exception>
    /// <exception cref="StoreWriteException">The new store cannot be written.</exception>
    Task<StoreVerdict> VerifyAsync(string folder, string? repairTo, CancellationToken cancellationToken);
}
