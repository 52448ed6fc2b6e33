using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace GanSweep.Silo.Dashboard;

/// <summary>
/// Orleans' dashboard. It has no authentication of its own, so it listens to this machine alone, and a page of another site that gives its
/// own name this machine's address is turned away.
/// </summary>
internal static class SiloDashboard
{
    public static ISiloBuilder UseDashboard(this ISiloBuilder silo, int? port)
    {
        if (port is null)
        {
            // Every silo knows the dashboard's grains; only where its services are can they live.
            silo.Services.PostConfigure<GrainTypeOptions>(types => types.Classes.RemoveWhere(type => type.Assembly == typeof(DashboardOptions).Assembly));
            return silo;
        }

        silo.Services.AddRouting();
        silo.Services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1"]);
        return silo.AddDashboard();
    }

    /// <summary>Answers at this port, which is that of the connection.</summary>
    public static void UseDashboard(this IApplicationBuilder app, int port)
    {
        app.MapWhen(
            request => request.Connection.LocalPort == port,
            dashboard => dashboard
                .UseHostFiltering()
                .UseRouting()
                .UseEndpoints(endpoints => endpoints.MapOrleansDashboard()));
    }
}
