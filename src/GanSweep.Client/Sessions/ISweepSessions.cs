namespace GanSweep.Client.Sessions;

/// <summary>Opens ways to the grains of sweeps.</summary>
internal interface ISweepSessions
{
    /// <summary>Connects to a cluster, or starts an embedded host.</summary>
    /// <exception cref="ClusterUnreachableException">Nothing answers at the cluster's address.</exception>
    /// <exception cref="GanSweep.Sweeps.Stores.StoreInUseException">Another process holds the data folder.</exception>
    /// <exception cref="GanSweep.Contracts.Sweeps.SweepNotFoundException">The data folder has no store, and none is to be made.</exception>
    Task<ISweepSession> OpenAsync(SessionRequest request, CancellationToken cancellationToken);

    /// <summary>Connects to a cluster, or opens a data folder's store, to look only.</summary>
    /// <exception cref="ClusterUnreachableException">Nothing answers at the cluster's address.</exception>
    /// <exception cref="GanSweep.Sweeps.Stores.StoreInUseException">Another process holds the data folder.</exception>
    Task<ISweepViews> LookAsync(SessionRequest request, CancellationToken cancellationToken);

    /// <summary>Connects to a cluster, or opens a data folder's store, which is made if it is missing, for who may come in by HTTP.</summary>
    /// <exception cref="ClusterUnreachableException">Nothing answers at the cluster's address.</exception>
    /// <exception cref="GanSweep.Sweeps.Stores.StoreInUseException">Another process holds the data folder.</exception>
    Task<IAccessDesk> OpenAccessAsync(SessionRequest request, CancellationToken cancellationToken);
}
