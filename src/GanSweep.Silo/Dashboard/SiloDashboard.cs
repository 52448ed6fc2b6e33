using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace GanSweep.Silo.Dashboard;

/// <summary>
/// Orleans' dashboard. It has no authentication of its own, so it answers this machine alone, and turns away pages of other sites whose
/// names resolve to this machine's address.
/// </summary>
internal static class SiloDashboard
{
    public static ISiloBuilder UseDashboard(this ISiloBuilder silo, int? port)
    {
        if (port is null)
        {
            // The dashboard's grains are known to every silo, but live only where its services are registered.
            silo.Services.PostConfigure<GrainTypeOptions>(types => types.Classes.RemoveWhere(type => type.Assembly == typeof(DashboardOptions).Assembly));
            return silo;
        }

        silo.Services.AddRouting();
        silo.Services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1"]);
        return silo.AddDashboard();
    }

    /// <summary>Answers on this port, by the port of the connection.</summary>
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
