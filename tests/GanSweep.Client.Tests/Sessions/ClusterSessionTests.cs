using System.Collections.Immutable;
using GanSweep.Client.Output;
using GanSweep.Client.Sessions;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Silo;
using GanSweep.Silo.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Sessions;

/// <summary>A real client of a real coordinator, both in this process.</summary>
public sealed class ClusterSessionTests : IDisposable
{
    private readonly TestConsole _console = new TestConsole().Width(400);
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Calls_CoordinatorEndsAndIsBack_AreLostAndThenAnswered()
    {
        SiloOptions options = SiloOptions.Embedded(_folder.File("data"), SiloRoles.Coordinator);
        IHost coordinator = await StartAsync(options);
        await using ClusterSession session = await ClusterSession.OpenAsync(
            new GatewayAddress("localhost", options.GatewayPort), certificates: null, new ConsoleLog(new ErrorConsole(_console), verbose: false), Cancellation);
        IDispatcherGrain dispatcher = session.GetDispatcher();

        Assert.Empty(await dispatcher.ListAsync());
        await Assert.ThrowsAsync<SweepNotFoundException>(() => session.GetSweep("none-1").GetProgressAsync());

        await EndAsync(coordinator);
        await Assert.ThrowsAsync<ClusterLostException>(() => dispatcher.ListAsync());

        coordinator = await StartAsync(options);
        ImmutableArray<SiloSummary> silos = await new Reconnection(new ErrorConsole(_console), TimeProvider.System)
            .AskAsync(() => session.GetDispatcher().GetSilosAsync(), TimeSpan.FromSeconds(30), Cancellation);

        Assert.Equal(SiloRoles.Coordinator, Assert.Single(silos).Roles);
        await Assert.ThrowsAsync<SweepNotFoundException>(() => session.GetSweep("none-1").GetProgressAsync());
        await EndAsync(coordinator);
    }

    private static Task<IHost> StartAsync(SiloOptions options)
    {
        return GanSweepHost.StartAsync(options, logging => logging.ClearProviders(), Cancellation);
    }

    private static async Task EndAsync(IHost host)
    {
        await host.StopAsync(Cancellation);
        host.Dispose();
    }
}
