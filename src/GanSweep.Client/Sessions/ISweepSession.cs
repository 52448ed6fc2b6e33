using GanSweep.Contracts.Access;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Sessions;

/// <summary>
/// A way to the grains of sweeps, open until disposed. Disposing an embedded one checkpoints what it trains. Calls of a cluster's grains that
/// get no answer throw <see cref="ClusterLostException"/>.
/// </summary>
internal interface ISweepSession : IAsyncDisposable
{
    /// <summary>Where a browser on this machine sees the sweeps; null where no pages are served, or it is not known.</summary>
    Uri? Pages => null;

    /// <summary>The grain that knows all sweeps and all silos.</summary>
    IDispatcherGrain GetDispatcher();

    /// <summary>The grain that knows who may come in by HTTP.</summary>
    IAccessGrain GetAccess();

    /// <summary>A sweep.</summary>
    ISweepGrain GetSweep(string sweepId);

    /// <summary>A table's file.</summary>
    IDatasetGrain GetDataset(string hash);
}
