using System.Net;
using System.Text.Json;
using GanSweep.Contracts.Access;
using GanSweep.Web.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GanSweep.Web.Tests.Access;

/// <summary>Orleans' dashboard, behind the door.</summary>
public sealed class DashboardTests
{
    private const string Root = "/orleans/";

    [Fact]
    public async Task Dashboard_NotAskedFor_IsNotThereEvenForAdmins()
    {
        await using DoorSilo silo = await DoorSilo.StartAsync();
        (string, string) admin = await BearerAsync(silo, AccessRole.Admin);

        Assert.Equal(HttpStatusCode.NotFound, (await silo.GetAsync(Root, admin)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await silo.GetAsync($"{Root}DashboardCounters", admin)).Status);
    }

    [Fact]
    public async Task Dashboard_EveryPath_IsForAdminsAlone()
    {
        await using DoorSilo silo = await DoorSilo.StartAsync(options => options.Dashboard = true);
        (string, string) reader = await BearerAsync(silo, AccessRole.Reader);
        (string, string) worker = await BearerAsync(silo, AccessRole.Operator);
        string[] paths = [.. Paths(silo)];

        Assert.Contains($"{Root}DashboardCounters", paths);
        Assert.True(paths.Length > 10, string.Join(' ', paths));
        foreach (string path in paths)
        {
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, (await silo.GetAsync(path)).Status));
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, (await silo.GetAsync(path, reader)).Status));
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, (await silo.GetAsync(path, worker)).Status));
        }
    }

    [Fact]
    public async Task Dashboard_WithoutASession_LeadsToTheLogin()
    {
        await using DoorSilo silo = await DoorSilo.StartAsync(options => options.Dashboard = true);
        await BearerAsync(silo, AccessRole.Admin);

        Answer page = await silo.GetAsync(Root, ("Accept", "text/html"));

        Assert.Equal((HttpStatusCode.Redirect, "/login?then=%2Forleans%2F"), (page.Status, page.Header("Location")));
    }

    [Fact]
    public async Task Dashboard_ForAnAdmin_ShowsThePageAndTheSilo()
    {
        await using DoorSilo silo = await DoorSilo.StartAsync(options => options.Dashboard = true);
        await BearerAsync(silo, AccessRole.Admin);
        (string, string) session = await silo.LogInAsync(AccessRole.Admin);

        Answer page = await silo.GetAsync(Root, session);
        Answer script = await silo.GetAsync($"{Root}index.min.js", session);
        Answer withoutSlash = await silo.GetAsync("/orleans", session);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<html", page.Body, StringComparison.Ordinal);
        Assert.True(script.Body.Length > 10_000);
        Assert.Equal((HttpStatusCode.MovedPermanently, Root), (withoutSlash.Status, withoutSlash.Header("Location")));
        Assert.StartsWith("coordinator@", await NameOfTheFirstSiloAsync(silo, session), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dashboard_ContentPolicy_DiffersFromTheDoorsByFontsAlone()
    {
        await using DoorSilo silo = await DoorSilo.StartAsync(options => options.Dashboard = true);
        const string Name = "Content-Security-Policy";

        string door = (await silo.GetAsync("/")).Header(Name)!;
        string dashboard = (await silo.GetAsync(Root)).Header(Name)!;

        Assert.DoesNotContain("unsafe", door, StringComparison.Ordinal);
        Assert.Equal($"{door}; font-src 'self' data:", dashboard);
    }

    [Fact]
    public async Task Dashboard_LogStream_IsNotThere()
    {
        await using DoorSilo silo = await DoorSilo.StartAsync(options => options.Dashboard = true);

        Assert.Equal(HttpStatusCode.Forbidden, (await silo.GetAsync($"{Root}Trace")).Status);
    }

    [Fact]
    public async Task Dashboard_UnderAForeignNameOrFromAPageElsewhere_IsRefused()
    {
        await using DoorSilo silo = await DoorSilo.StartAsync(options => options.Dashboard = true);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await silo.GetAsync($"{Root}version", ("Host", "rebound.example"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.GetAsync($"{Root}version", ("Origin", "http://evil.example"))).Status);
    }

    private static async Task<(string, string)> BearerAsync(DoorSilo silo, AccessRole role)
    {
        return ("Authorization", $"Bearer {(await silo.KeyAsync(role)).Key}");
    }

    // Parameters stand for anything: what is asked for need not be there, since nobody comes so far.
    private static IEnumerable<string> Paths(DoorSilo silo)
    {
        return silo.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(path => path.StartsWith(Root, StringComparison.Ordinal))
            .Select(path => path.Contains('{', StringComparison.Ordinal) ? $"{path[..path.IndexOf('{', StringComparison.Ordinal)]}1" : path);
    }

    // It looks once a second.
    private static async Task<string> NameOfTheFirstSiloAsync(DoorSilo silo, (string, string) session)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            using JsonDocument document = JsonDocument.Parse((await silo.GetAsync($"{Root}DashboardCounters", session)).Body);
            JsonElement hosts = document.RootElement.GetProperty("hosts");
            if (hosts.GetArrayLength() > 0)
            {
                return hosts[0].GetProperty("siloName").GetString()!;
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
