using GanSweep.Web.Access;
using GanSweep.Web.Access.Issuers;
using GanSweep.Web.Api;
using GanSweep.Web.Pages;
using GanSweep.Web.Pages.Data;
using GanSweep.Web.Pages.Live;
using GanSweep.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GanSweep.Web;

/// <summary>The coordinator's door and window: pages at <c>/</c>, the API at <c>/api/v1</c>.</summary>
public static class WebDoor
{
    /// <summary>Adds what the door needs, beside an <see cref="GanSweep.Sweeps.Access.AccessBook"/>.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">Where the door is, and what is asked there.</param>
    public static void AddWebDoor(this IServiceCollection services, WebDoorOptions options)
    {
        services.AddRouting();
        services.AddExceptionHandler<ProblemHandler>();
        services.AddProblemDetails();
        services.AddSingleton(options);
        if (options.Issuer is { } issuer)
        {
            services.AddIssuer(issuer);
        }

        services.AddSingleton<WebAccess>();
        services.AddSingleton<AllowedHosts>();
        services.AddSingleton<GuessLimiter>();
        services.AddSingleton<FormToken>();
        services.AddSingleton<Callers>();
        services.AddSingleton<SweepReader>();
        services.AddSingleton<PartCache>();
    }

    /// <summary>Answers on this port, by the port of the connection: what a request says of itself decides nothing.</summary>
    public static void UseWebDoor(this IApplicationBuilder app, int port)
    {
        app.MapWhen(
            request => request.Connection.LocalPort == port,
            door => door
                .UseMiddleware<SecurityHeaders>()
                .UseExceptionHandler()
                .UseStatusCodePages()
                .UseMiddleware<HostGuard>()
                .UseRouting()
                .UseMiddleware<AccessGuard>()
                .UseEndpoints(Map));
    }

    private static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapLogin();
        if (endpoints.ServiceProvider.GetRequiredService<WebDoorOptions>().Issuer is not null)
        {
            endpoints.MapIssuer();
        }

        RouteGroupBuilder api = endpoints.MapGroup("/api/v1");
        api.MapSweeps();
        api.MapKeys();
        api.MapAudit();
        endpoints.MapPages();
    }
}
