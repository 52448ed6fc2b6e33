using GanSweep.Contracts.Access;
using GanSweep.Web.Access;
using GanSweep.Web.Access.Issuers;
using GanSweep.Web.Api;
using GanSweep.Web.Events;
using GanSweep.Web.Facts;
using GanSweep.Web.OpenApi;
using GanSweep.Web.Pages;
using GanSweep.Web.Pages.Data;
using GanSweep.Web.Pages.Live;
using GanSweep.Web.Pages.Runs;
using GanSweep.Web.Problems;
using GanSweep.Web.Queries;
using GanSweep.Web.Samples;
using GanSweep.Web.Submissions;
using GanSweep.Web.Sweeps;
using GanSweep.Web.Uploads;
using GanSweep.Web.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GanSweep.Web;

/// <summary>The coordinator's door and window: pages at <c>/</c>, the API at <c>/api/v1</c>.</summary>
public static class WebDoor
{
    /// <summary>Adds what the door needs, beside an <see cref="GanSweep.Sweeps.Access.AccessBook"/>.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">Where the door is, and what is asked there.</param>
    /// <param name="facts">The program that it belongs to.</param>
    public static void AddWebDoor(this IServiceCollection services, WebDoorOptions options, WebFacts facts)
    {
        services.AddSingleton(facts);
        services.AddRouting();
        services.AddExceptionHandler<ProblemHandler>();
        services.AddSingleton<SweepReader>();
        services.AddSingleton<PartCache>();
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
        services.AddOptions<UploadOptions>();
        services.AddSingleton<SweepDirectory>();
        services.AddSingleton<SweepPlanner>();
        services.AddSingleton<UploadShelf>();
        services.AddSingleton<HeavyWork>();
        services.AddSingleton<RowDrawing>();
        services.AddSingleton<RowSections>();
        services.AddSingleton<SweepFeeds>();
        services.AddSingleton<SweepEvents>();
        services.AddApiDescription(facts);
    }

    /// <summary>Answers on this port, by the port of the connection: what a request says of itself decides nothing.</summary>
    /// <param name="app">Where to.</param>
    /// <param name="port">The port.</param>
    /// <param name="dashboard">Maps pages of somebody else's, which are then for admins; null for none.</param>
    public static void UseWebDoor(this IApplicationBuilder app, int port, Func<IEndpointRouteBuilder, IEndpointConventionBuilder>? dashboard = null)
    {
        app.MapWhen(
            request => request.Connection.LocalPort == port,
            door => door
                .UseOutsideAddress(app.ApplicationServices.GetRequiredService<WebDoorOptions>().Url)
                .UseMiddleware<SecurityHeaders>()
                .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => ProblemWriter.WriteAsync(context), AllowStatusCode404Response = true })
                .UseStatusCodePages(context => ProblemWriter.WriteAsync(context.HttpContext))
                .UseMiddleware<HostGuard>()
                .UseRouting()
                .Use(next => context => LongBodies.RefuseAsync(context, next))
                .UseMiddleware<AccessGuard>()
                .Use(next => context => QueryCheck.CheckAsync(context, next))
                .UseEndpoints(endpoints =>
                {
                    Map(endpoints);
                    dashboard?.Invoke(endpoints).Needs(AccessRole.Admin).WithMetadata(ContentPolicy.OfDashboard);
                }));
    }

    private static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapLogin();
        if (endpoints.ServiceProvider.GetRequiredService<WebDoorOptions>().Issuer is not null)
        {
            endpoints.MapIssuer();
        }

        endpoints.MapPages();
        RouteGroupBuilder api = endpoints.MapGroup(ApiPaths.Root);
        api.WithMetadata(QueryKeys.None);
        Tagged("Sweeps").MapSweeps();
        Tagged("Results").MapResults();
        Tagged("Files").MapFiles();
        Tagged("Uploads").MapUploads();
        Tagged("Tables").MapTables();
        Tagged("Cluster").MapCluster();
        Tagged("Events").MapEvents();
        Tagged("Keys").MapKeys();
        Tagged("Audit").MapAudit();
        endpoints.MapApiDescription();

        RouteGroupBuilder Tagged(string tag)
        {
            return api.MapGroup("").WithTags(tag);
        }
    }
}
