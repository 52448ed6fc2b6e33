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
        return KindIn(options.Folder).OpenAsync(options, cancellationToken);
    }

    /// <inheritdoc cref="IStoreKind.VerifyAsync"/>
    public Task<StoreVerdict> VerifyAsync(string folder, string? repairTo, CancellationToken cancellationToken)
    {
        return KindIn(folder).VerifyAsync(folder, repairTo, cancellationToken);
    }

    private IStoreKind KindIn(string folder)
    {
        return kinds.FirstOrDefault(kind => kind.IsIn(folder)) ?? kinds[0];
    }
}
