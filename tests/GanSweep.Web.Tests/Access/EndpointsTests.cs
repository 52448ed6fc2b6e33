using GanSweep.Web.Access;
using GanSweep.Web.Tests.Fakes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GanSweep.Web.Tests.Access;

public sealed class EndpointsTests
{
    // What is open says so where it is mapped, and here.
    private static readonly string[] Open = ["HTTP: GET /assets/sweep.schema.json", "HTTP: GET /assets/{name}", "HTTP: GET /login", "HTTP: GET /login.css", "HTTP: GET /login.js", "HTTP: POST /login"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Endpoints_All_SayWhoTheyAreFor(bool withDashboard)
    {
        await using DoorSilo silo = await DoorSilo.StartAsync(options => options.Dashboard = withDashboard);

        IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> endpoints = silo.Services.GetRequiredService<EndpointDataSource>().Endpoints;

        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, endpoint => Assert.True(
            endpoint.Metadata.OfType<NeededRole>().Count() + endpoint.Metadata.OfType<OpenToAll>().Count() == 1,
            $"{endpoint.DisplayName} says {string.Join(", ", endpoint.Metadata.OfType<NeededRole>())}; one role is needed, or that it is open to all."));
        Assert.Equal(Open, endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<OpenToAll>() is not null).Select(endpoint => endpoint.DisplayName!.Split(" =>")[0]).Order(StringComparer.Ordinal));
    }
}
