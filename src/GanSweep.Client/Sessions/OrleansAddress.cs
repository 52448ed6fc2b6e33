namespace GanSweep.Client.Sessions;

/// <summary>Where a cluster is reached as its silos reach each other.</summary>
internal abstract record OrleansAddress : ClusterAddress
{
    /// <summary>Waits until a cluster is there.</summary>
    /// <param name="waiting">Called with what is waited for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The way there.</returns>
    /// <exception cref="ClusterUnreachableException">There is nothing to wait for.</exception>
    public abstract Task<ClusterWay> FindAsync(Action<string> waiting, CancellationToken cancellationToken);
}
