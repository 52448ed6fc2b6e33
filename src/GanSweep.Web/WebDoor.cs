using GanSweep.Web.Api;
using GanSweep.Web.Pages;
using GanSweep.Web.Pages.Data;
using GanSweep.Web.Pages.Live;
using GanSweep.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GanSweep.Web;

/// <summary>The coordinator's door and window: pages at <c>/</c>, the API at <c>/api/v1</c>.</summary>
public static class WebDoor
{
    /// <summary>Adds what the door needs.</summary>
    public static void AddWebDoor(this IServiceCollection services)
    {
        services.AddRouting();
        services.AddExceptionHandler<ProblemHandler>();
        services.AddProblemDetails();
        services.AddSingleton<SweepReader>();
        services.AddSingleton<PartCache>();
    }

    /// <summary>Answers on this port, by the port of the connection: what a request says of itself decides nothing.</summary>
    public static void UseWebDoor(this IApplicationBuilder app, int port)
    {
        app.MapWhen(
            request => request.Connection.LocalPort == port,
            door => door
                .UseExceptionHandler()
                .UseStatusCodePages()
                .UseRouting()
                .UseEndpoints(Map));
    }

    private static void Map(IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder api = endpoints.MapGroup("/api/v1");
        api.MapSweeps();
        endpoints.MapPages();
    }
}
