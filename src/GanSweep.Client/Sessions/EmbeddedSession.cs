using GanSweep.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GanSweep.Client.Sessions;

/// <summary>A coordinator in this process, on a data folder of this machine, and a trainer beside it if asked for.</summary>
internal sealed class EmbeddedSession : ISweepSession
{
    private readonly IHost _host;

    private EmbeddedSession(IHost host)
    {
        _host = host;
    }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts the host.</summary>
    public static async Task<EmbeddedSession> OpenAsync(SessionRequest request, ConsoleLog log, CancellationToken cancellationToken)
    {
        SiloOptions options = new()
        {
            DataFolder = request.DataFolder,
            Roles = request.TrainsSweep is null ? SiloRoles.Coordinator : SiloRoles.Coordinator | SiloRoles.Trainer,
            Slots = request.Slots,
            OnlySweep = request.TrainsSweep,
            SiloPort = 0,
            GatewayPort = 0,
        };
        IHost host = GanSweepHost.Build(options, log.Configure);
        try
        {
            await host.StartAsync(cancellationToken);
            return new EmbeddedSession(host);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Checkpoints running trainings, gives their leases back, and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
