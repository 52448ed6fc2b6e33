using System.Collections.Immutable;
using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Sweeps;

namespace GanSweep.Client.Sessions;

/// <summary>Sweeps to look at, of a cluster or of a data folder, open until disposed. Looking changes nothing.</summary>
internal interface ISweepViews : IAsyncDisposable
{
    /// <summary>Every sweep, the latest first.</summary>
    Task<ImmutableArray<SweepSummary>> ListAsync(CancellationToken cancellationToken);

    /// <summary>One of them.</summary>
    Task<ISweepView> OpenAsync(SweepSummary summary, CancellationToken cancellationToken);
}
