using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Silo.Hosting;
using GanSweep.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GanSweep.Silo.Tests.Hosting;

public sealed class GanSweepHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gansweep-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task StartAsync_Embedded_ServesGrainsAndLetsTheFolderGoWhenStopped()
    {
        foreach (SiloRoles roles in (SiloRoles[])[SiloRoles.Coordinator, SiloRoles.Both])
        {
            using IHost host = await StartAsync(SiloOptions.Embedded(_folder, roles));
            Assert.Empty(await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IDispatcherGrain>(0).ListAsync());
            await host.StopAsync(Cancellation);
        }
    }

    [Fact]
    public async Task StartAsync_FolderInUse_NamesFolderOwnerAndTheWayToReachIt()
    {
        using IHost host = await StartAsync(SiloOptions.Embedded(_folder, SiloRoles.Coordinator));

        StoreInUseException refused = await Assert.ThrowsAsync<StoreInUseException>(
            () => StartAsync(SiloOptions.Embedded(_folder, SiloRoles.Coordinator)));

        Assert.Equal((_folder, Environment.ProcessId), (refused.Folder, refused.ProcessId));
        Assert.StartsWith("localhost:", refused.Endpoint, StringComparison.Ordinal);
        Assert.Contains(_folder, refused.Message, StringComparison.Ordinal);
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task StartAsync_OptionsOutOfRange_NamesThemAll()
    {
        SiloOptions options = new() { Data = _folder, Slots = 0, Roles = SiloRoles.None, GatewayPort = 70000 };

        SiloOptionsException refused = await Assert.ThrowsAsync<SiloOptionsException>(() => StartAsync(options));

        Assert.Equal(
            [
                "roles is None; it is coordinator, trainer or both.",
                "slots is 0; it is 1 to 1024.",
                "gatewayPort is 70000; it is 1 to 65535, or 0 for a free one.",
            ],
            refused.Errors);
    }

    private static Task<IHost> StartAsync(SiloOptions options)
    {
        return GanSweepHost.StartAsync(options, _ => { }, Cancellation);
    }
}
