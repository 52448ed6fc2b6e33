using System.Net;
using System.Net.Sockets;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Silo.Logs;
using GanSweep.Silo.Settings;
using GanSweep.Sweeps.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GanSweep.Silo.Tests;

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

    [Fact]
    public async Task StartAsync_PortsOutOfRangeOrAskedForTwice_NamesThemAll()
    {
        SiloOptions options = new()
        {
            Data = _folder,
            GatewayPort = 30000,
            HealthPort = 30000,
            SiloPort = 65536,
            Log = (LogFormat)7,
        };

        SiloOptionsException refused = await Assert.ThrowsAsync<SiloOptionsException>(() => StartAsync(options));

        Assert.Equal(
            [
                "siloPort is 65536; it is 1 to 65535, or 0 for a free one.",
                "gatewayPort and healthPort are 30000; each needs a port of its own.",
                "log is 7; it is text or json.",
            ],
            refused.Errors);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.0.2.7")]
    public void Validate_AddressThatOthersReach_NeedsCertificatesAndSaysHowToMakeThem(string address)
    {
        SiloOptions options = new() { Address = address };

        Assert.Contains(options.Validate(), error => error.StartsWith($"address is '{address}', which others can reach", StringComparison.Ordinal)
            && error.Contains("gansweep certificates --out certificates", StringComparison.Ordinal)
            && error.Contains("--insecure", StringComparison.Ordinal));

        options.Insecure = true;
        Assert.DoesNotContain(options.Validate(), error => error.Contains("certificates", StringComparison.Ordinal));
        options.Insecure = false;
        options.Certificates = "certificates";
        Assert.DoesNotContain(options.Validate(), error => error.Contains("certificates", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("::1")]
    public void Validate_Loopback_NeedsNone(string address)
    {
        Assert.Empty(new SiloOptions { Address = address }.Validate());
        Assert.Empty(new SiloOptions { Address = address, Redis = "localhost:6379" }.Validate());
    }

    [Fact]
    public void Validate_CertificatesAndInsecure_AreNotBothTaken()
    {
        Assert.Equal(
            ["certificates and insecure exclude each other: leave one of them out."], new SiloOptions { Certificates = "c", Insecure = true }.Validate());
        Assert.Equal(["certificates is empty; it is the folder that 'gansweep certificates --out DIR' makes."], new SiloOptions { Certificates = " " }.Validate());
    }

    [Theory]
    [InlineData("--insecure")]
    [InlineData("--insecure", "--slots", "3")]
    [InlineData("--insecure", "true", "--slots", "3")]
    [InlineData("--slots", "3", "--insecure")]
    public void Read_InsecureAlone_IsTrue(params string[] arguments)
    {
        SiloOptions options = SiloConfiguration.Read(arguments, _ => { });

        Assert.Equal((true, arguments.Contains("3") ? 3 : Environment.ProcessorCount), (options.Insecure, options.Slots));
    }

    [Fact]
    public void PickPorts_AllToBePicked_AreAllDifferent()
    {
        SiloOptions options = new() { SiloPort = 0, GatewayPort = 0, HealthPort = 0, Http = "127.0.0.1:0" };

        options.PickPorts();

        Assert.Equal(4, options.Ports.Select(port => port.Port).Where(port => port > 0).Distinct().Count());
        Assert.Empty(options.Validate());
    }

    [Fact]
    public async Task StartAsync_PickedPortIsTakenBeforeItIsListenedOn_PicksAnother()
    {
        SiloOptions options = SiloOptions.Embedded(_folder, SiloRoles.Coordinator);
        options.Http = "127.0.0.1:0";
        List<TcpListener> others = [];
        try
        {
            // The log is set up between the picking and the listening.
            using IHost host = await GanSweepHost.StartAsync(options, _ => others.Add(Occupy(options, others.Count)), Cancellation);
            await host.StopAsync(Cancellation);
        }
        finally
        {
            others.ForEach(other => other.Dispose());
        }

        Assert.Equal(4, others.Count);
        Assert.DoesNotContain(others.Take(3).Select(other => (int?)((IPEndPoint)other.LocalEndpoint).Port), taken => options.Ports.Any(port => port.Port == taken));
    }

    [Theory]
    [InlineData("gatewayPort")]
    [InlineData("healthPort")]
    [InlineData("http")]
    public async Task StartAsync_PortInUse_NamesItsOptionAndLetsTheFolderGo(string option)
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int taken = ((IPEndPoint)other.LocalEndpoint).Port;
        SiloOptions options = SiloOptions.Embedded(_folder, SiloRoles.Coordinator);
        if (option == "gatewayPort")
        {
            options.GatewayPort = taken;
        }
        else if (option == "healthPort")
        {
            options.HealthPort = taken;
        }
        else
        {
            options.Http = $"127.0.0.1:{taken}";
        }

        PortInUseException refused = await Assert.ThrowsAsync<PortInUseException>(() => StartAsync(options));

        Assert.Equal((option, taken), (refused.Option, refused.Port));
        using IHost next = await StartAsync(SiloOptions.Embedded(_folder, SiloRoles.Coordinator));
        await next.StopAsync(Cancellation);
    }

    // A port of the silo at the first attempts, then one that it does not use.
    private static TcpListener Occupy(SiloOptions options, int attempt)
    {
        TcpListener other = new(IPAddress.Loopback, attempt switch { 0 => options.SiloPort, 1 => options.GatewayPort, 2 => options.HttpListener!.Port, _ => 0 });
        other.Start();
        return other;
    }

    private static Task<IHost> StartAsync(SiloOptions options)
    {
        return GanSweepHost.StartAsync(options, _ => { }, Cancellation);
    }
}
