using System.Net;
using GanSweep.Contracts.Silos;
using GanSweep.Silo.Settings;
using GanSweep.Silo.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using SiloOptions = GanSweep.Silo.Settings.SiloOptions;

namespace GanSweep.Silo.Tests.Dashboard;

/// <summary>Where the dashboard is, and where not. Whom it is for: <c>DashboardTests</c> of <c>Web.Tests</c>.</summary>
public sealed class SiloDashboardTests
{
    private const string FreeDoor = SiloOptions.FreeLoopback;

    [Theory]
    [InlineData("/orleans/")]
    [InlineData("/orleans/version")]
    [InlineData("/orleans/DashboardCounters")]
    [InlineData("/orleans/index.min.js")]
    public async Task Dashboard_ThroughTheHealthPort_IsNotThereWhateverTheRequestSaysOfItself(string path)
    {
        await using WebSilo silo = await WebSilo.StartAsync(configure: options =>
        {
            options.HealthPort = 0;
            options.Http = FreeDoor;
            options.Dashboard = true;
        });

        int door = silo.Options.HttpListener!.Port;
        string disguise = $"localhost:{door}";
        Assert.Equal(HttpStatusCode.NotFound, (await silo.GetAsync(silo.Options.HealthPort, path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await silo.GetAsync(silo.Options.HealthPort, path, disguise)).Status);
        Assert.Equal(HttpStatusCode.OK, (await silo.GetAsync(door, path, disguise)).Status);
    }

    [Fact]
    public async Task Health_ThroughTheDashboardsPort_IsNotThere()
    {
        await using WebSilo silo = await WebSilo.StartAsync(configure: options =>
        {
            options.HealthPort = 0;
            options.Http = FreeDoor;
            options.Dashboard = true;
        });

        Assert.NotEqual(
            HttpStatusCode.OK,
            (await silo.GetAsync(silo.Options.HttpListener!.Port, "/health/live", $"localhost:{silo.Options.HealthPort}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await silo.GetAsync(silo.Options.HttpListener!.Port, "/health/live")).Status);
    }

    [Fact]
    public async Task Dashboard_NotAskedFor_LeavesNoGrainsOnTheSilo()
    {
        await using WebSilo without = await WebSilo.StartAsync();
        await using WebSilo with = await WebSilo.StartAsync(configure: options =>
        {
            options.Http = FreeDoor;
            options.Dashboard = true;
        });

        Assert.DoesNotContain(GrainClasses(without), IsOfTheDashboard);
        Assert.Contains(GrainClasses(with), IsOfTheDashboard);
    }

    [Fact]
    public void Validate_DashboardWithoutPages_SaysWhereItIsServed()
    {
        Assert.Equal(
            ["dashboard is asked for, but http is off: it is served with the pages; say --http HOST:PORT too, such as 127.0.0.1:8080."],
            new SiloOptions { Dashboard = true, Http = SiloOptions.NoHttp }.Validate());
        Assert.Empty(new SiloOptions { Dashboard = true, Http = SiloOptions.NoHttp, Roles = SiloRoles.Trainer, Redis = "localhost:6379" }.Validate());
    }

    [Theory]
    [InlineData("--dashboard")]
    [InlineData("--dashboard", "--slots", "3")]
    [InlineData("--insecure", "--dashboard")]
    public void Read_DashboardAlone_IsTrue(params string[] arguments)
    {
        Assert.True(SiloConfiguration.Read(arguments, _ => { }).Dashboard);
    }

    [Theory]
    [InlineData("--dashboardPort", "8081")]
    [InlineData("--dashboardport=0")]
    public void Read_TheFormerPort_SaysWhatThereIsInstead(params string[] arguments)
    {
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => SiloConfiguration.Read(arguments, _ => { }));

        Assert.StartsWith("dashboardPort is no longer an option", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Say --dashboard instead; it is at /orleans/", refused.Message, StringComparison.Ordinal);
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
