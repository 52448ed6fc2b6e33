using System.Net;
using System.Text.Json;
using GanSweep.Silo.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace GanSweep.Silo.Tests.Dashboard;

public sealed class SiloDashboardTests
{
    [Fact]
    public async Task Dashboard_AtItsPort_ShowsThePageAndTheSilo()
    {
        await using WebSilo silo = await WebSilo.StartAsync(configure: options => options.DashboardPort = 0);

        (HttpStatusCode status, string page) = await silo.GetAsync(silo.Options.DashboardPort, "/");
        (_, string script) = await silo.GetAsync(silo.Options.DashboardPort, "/index.min.js");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<html", page, StringComparison.Ordinal);
        Assert.True(script.Length > 10_000);
        Assert.StartsWith("coordinator@", await NameOfTheFirstSiloAsync(silo), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/version")]
    [InlineData("/DashboardCounters")]
    [InlineData("/index.min.js")]
    public async Task Dashboard_ThroughTheHealthPort_IsNotThereWhateverTheRequestSaysOfItself(string path)
    {
        await using WebSilo silo = await WebSilo.StartAsync(configure: options =>
        {
            options.HealthPort = 0;
            options.DashboardPort = 0;
        });

        string disguise = $"localhost:{silo.Options.DashboardPort}";
        Assert.Equal(HttpStatusCode.NotFound, (await silo.GetAsync(silo.Options.HealthPort, path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await silo.GetAsync(silo.Options.HealthPort, path, disguise)).Status);
        Assert.Equal(HttpStatusCode.OK, (await silo.GetAsync(silo.Options.DashboardPort, path, disguise)).Status);
    }

    [Fact]
    public async Task Health_ThroughTheDashboardsPort_IsNotThere()
    {
        await using WebSilo silo = await WebSilo.StartAsync(configure: options =>
        {
            options.HealthPort = 0;
            options.DashboardPort = 0;
        });

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await silo.GetAsync(silo.Options.DashboardPort, "/health/live", $"localhost:{silo.Options.HealthPort}")).Status);
    }

    [Fact]
    public async Task Dashboard_UnderAForeignName_IsRefused()
    {
        await using WebSilo silo = await WebSilo.StartAsync(configure: options => options.DashboardPort = 0);

        Assert.Equal(HttpStatusCode.BadRequest, (await silo.GetAsync(silo.Options.DashboardPort, "/version", "rebound.example")).Status);
    }

    [Fact]
    public async Task Dashboard_NotAskedFor_LeavesNoGrainsOnTheSilo()
    {
        await using WebSilo without = await WebSilo.StartAsync();
        await using WebSilo with = await WebSilo.StartAsync(configure: options => options.DashboardPort = 0);

        Assert.DoesNotContain(GrainClasses(without), IsOfTheDashboard);
        Assert.Contains(GrainClasses(with), IsOfTheDashboard);
    }

    // It looks once a second.
    private static async Task<string> NameOfTheFirstSiloAsync(WebSilo silo)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            (_, string counters) = await silo.GetAsync(silo.Options.DashboardPort, "/DashboardCounters");
            using JsonDocument document = JsonDocument.Parse(counters);
            JsonElement hosts = document.RootElement.GetProperty("hosts");
            if (hosts.GetArrayLength() > 0)
            {
                return hosts[0].GetProperty("siloName").GetString()!;
            }

            await Task.Delay(50, limit.Token);
        }
    }

    private static HashSet<Type> GrainClasses(WebSilo silo)
    {
        return silo.Host.Services.GetRequiredService<IOptions<GrainTypeOptions>>().Value.Classes;
    }

    private static bool IsOfTheDashboard(Type grain)
    {
        return grain.FullName!.StartsWith("Orleans.Dashboard.", StringComparison.Ordinal);
    }
}
