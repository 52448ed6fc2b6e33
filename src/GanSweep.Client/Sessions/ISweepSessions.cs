namespace GanSweep.Client.Sessions;

/// <summary>Opens ways to the grains of sweeps.</summary>
internal interface ISweepSessions
{
    /// <summary>Connects to a cluster, or starts an embedded host.</summary>
    /// <exception cref="ClusterUnreachableException">Nothing answers at the cluster's address.</exception>
    /// <exception cref="GanSweep.Sweeps.Stores.StoreInUseException">Another process holds the data folder.</exception>
    Task<ISweepSession> OpenAsync(SessionRequest request, CancellationToken cancellationToken);
}
