using GanSweep.Contracts.Access;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Silo;
using GanSweep.Silo.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GanSweep.Client.Sessions;

/// <summary>A coordinator in this process, on a data folder of this machine, and a trainer beside it if asked for.</summary>
internal sealed class EmbeddedSession : ISweepSession
{
    private readonly IHost _host;

    private EmbeddedSession(IHost host, Uri? pages)
    {
        (_host, Pages) = (host, pages);
    }

    public Uri? Pages { get; }

    private IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Opens the store and starts the host.</summary>
    public static async Task<EmbeddedSession> OpenAsync(SessionRequest request, ConsoleLog log, CancellationToken cancellationToken)
    {
        SiloRoles roles = request.TrainsSweep is null ? SiloRoles.Coordinator : SiloRoles.Both;
        SiloOptions options = SiloOptions.Embedded(request.DataFolder, roles, request.Slots, request.TrainsSweep);
        options.Http = request.ServesPages ? SiloOptions.FreeLoopback : SiloOptions.NoHttp;
        IHost host = await GanSweepHost.StartAsync(options, log.Configure, cancellationToken);
        return new EmbeddedSession(host, options.Door);
    }

    public IDispatcherGrain GetDispatcher()
    {
        return Grains.GetGrain<IDispatcherGrain>(0);
    }

    public IAccessGrain GetAccess()
    {
        return Grains.GetGrain<IAccessGrain>(0);
    }

    public ISweepGrain GetSweep(string sweepId)
    {
        return Grains.GetGrain<ISweepGrain>(sweepId);
    }

    public IDatasetGrain GetDataset(string hash)
    {
        return Grains.GetGrain<IDatasetGrain>(hash);
    }

    /// <summary>Checkpoints running trainings, gives their leases back, and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
