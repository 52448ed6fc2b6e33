namespace GanSweep.Sweeps.Stores;

/// <summary>The kinds of stores that a program can open.</summary>
/// <param name="kinds">At least one; a folder without a store gets one of the first.</param>
public sealed class StoreKinds(params IReadOnlyList<IStoreKind> kinds)
{
    /// <summary>Whether a folder holds a store.</summary>
    public bool AnyIn(string folder)
    {
        return kinds.Any(kind => kind.IsIn(folder));
    }

    /// <inheritdoc cref="IStoreKind.OpenAsync"/>
    public Task<ISweepStore> OpenAsync(StoreOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return (kinds.FirstOrDefault(kind => kind.IsIn(options.Folder)) ?? kinds[0]).OpenAsync(options, cancellationToken);
    }
}
