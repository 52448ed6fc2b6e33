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
}
