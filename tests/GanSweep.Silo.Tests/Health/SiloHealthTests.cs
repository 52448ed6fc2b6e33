using System.Net;
using System.Text.Json;
using GanSweep.Contracts.Silos;
using GanSweep.Silo.Tests.Fakes;
using GanSweep.Sweeps.Stores;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GanSweep.Silo.Tests.Health;

public sealed class SiloHealthTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Endpoints_OfAWorkingSilo_SayThatEveryPartOfItIsHealthy()
    {
        await using WebSilo silo = await WebSilo.StartAsync(SiloRoles.Both, options => options.HealthPort = 0);

        Dictionary<string, string> ready = await UntilAsync(silo, "/health/ready", HttpStatusCode.OK);
        Dictionary<string, string> live = await UntilAsync(silo, "/health/live", HttpStatusCode.OK);

        Assert.Equal(["coordinator", "dispatcher", "membership", "store"], ready.Keys.Order());
        Assert.Equal(["storeThread", "trainerLoops"], live.Keys.Order());
        Assert.All(ready.Values.Concat(live.Values), status => Assert.Equal("healthy", status));
    }

    [Fact]
    public async Task Ready_FromTheMomentTheSiloIsAskedToStop_IsUnavailableWhileItLives()
    {
        await using WebSilo silo = await WebSilo.StartAsync(configure: options => options.HealthPort = 0);
        await UntilAsync(silo, "/health/ready", HttpStatusCode.OK);

        silo.Host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        (HttpStatusCode status, string body) = await silo.GetAsync(silo.Options.HealthPort, "/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("""{"status":"unhealthy","checks":{"membership":{"status":"unhealthy","description":"The silo is stopping."}}}""", body);
        Assert.Equal(HttpStatusCode.OK, (await silo.GetAsync(silo.Options.HealthPort, "/health/live")).Status);
    }

    [Fact]
    public async Task Ready_StoreTakesNoWork_IsUnavailableAndNamesTheStore()
    {
        await using WebSilo silo = await WebSilo.StartAsync(configure: options => options.HealthPort = 0);

        await silo.Host.Services.GetRequiredService<ISweepStore>().DisposeAsync();

        (HttpStatusCode status, string body) = await silo.GetAsync(silo.Options.HealthPort, "/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("The store was closed.", body, StringComparison.Ordinal);
        Assert.Equal("unhealthy", Statuses(body)["store"]);
        Assert.Equal("healthy", Statuses(body)["membership"]);
    }

    [Fact]
    public async Task WebServer_IsServedBeforeTheSiloStartsAndAfterItHasStopped()
    {
        await using WebSilo silo = await WebSilo.StartAsync(configure: options => options.HealthPort = 0);

        List<string> services = [.. silo.Host.Services.GetServices<IHostedService>().Select(service => service.GetType().Name)];

        Assert.InRange(services.IndexOf("GenericWebHostService"), 0, services.IndexOf("SiloHostedService") - 1);
    }

    [Fact]
    public async Task WebServer_NoPortIsAskedFor_IsNotThere()
    {
        await using WebSilo silo = await WebSilo.StartAsync();

        Assert.Null(silo.Host.Services.GetService<IServer>());
        Assert.Null(silo.Options.HealthPort);
    }

    [Fact]
    public async Task HealthPort_AddressIsTheLoopback_IsOnTheLoopback()
    {
        await using WebSilo silo = await WebSilo.StartAsync(configure: options => options.HealthPort = 0);

        Assert.Equal([IPAddress.Loopback], WebSilo.Listening(silo.Options.HealthPort));
    }

    [Fact]
    public async Task HealthPort_AddressIsNotTheLoopback_IsOnAllInterfacesAndThePagesAreNot()
    {
        await using WebSilo silo = await WebSilo.StartAsync(configure: options =>
        {
            options.Address = "192.0.2.1";
            options.Insecure = true;
            options.HealthPort = 0;
            options.Http = "127.0.0.1:0";
            options.Dashboard = true;
        });

        IPAddress address = Assert.Single(WebSilo.Listening(silo.Options.HealthPort));
        Assert.Contains(address, (IPAddress[])[IPAddress.IPv6Any, IPAddress.Any]);
        Assert.Equal([IPAddress.Loopback], WebSilo.Listening(silo.Options.HttpListener!.Port));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health")]
    [InlineData("/health/live/x")]
    public async Task HealthPort_OtherPaths_AreNotFound(string path)
    {
        await using WebSilo silo = await WebSilo.StartAsync(configure: options => options.HealthPort = 0);

        Assert.Equal(HttpStatusCode.NotFound, (await silo.GetAsync(silo.Options.HealthPort, path)).Status);
    }

    // A trainer first hears from its coordinator a moment after the silo has started.
    private static async Task<Dictionary<string, string>> UntilAsync(WebSilo silo, string path, HttpStatusCode expected)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            (HttpStatusCode status, string body) = await silo.GetAsync(silo.Options.HealthPort, path);
            if (status == expected)
            {
                return Statuses(body);
            }

            await Task.Delay(20, limit.Token);
        }
    }

    private static Dictionary<string, string> Statuses(string body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("checks").EnumerateObject()
            .ToDictionary(check => check.Name, check => check.Value.GetProperty("status").GetString()!);
    }
}
