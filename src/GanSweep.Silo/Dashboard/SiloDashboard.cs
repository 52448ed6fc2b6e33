using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace GanSweep.Silo.Dashboard;

/// <summary>Orleans' dashboard. It asks nobody who they are, so it stands behind the door, which does.</summary>
internal static class SiloDashboard
{
    /// <summary>Where it is behind the door.</summary>
    public const string Path = "/orleans";

    public static ISiloBuilder UseDashboard(this ISiloBuilder silo, bool isAskedFor)
    {
        if (!isAskedFor)
        {
            // The dashboard's grains are known to every silo, but live only where its services are registered.
            silo.Services.PostConfigure<GrainTypeOptions>(types => types.Classes.RemoveWhere(type => type.Assembly == typeof(DashboardOptions).Assembly));
            return silo;
        }

        // Its stream of the log would go on after the key that opened it was revoked.
        return silo.AddDashboard(dashboard => dashboard.HideTrace = true);
    }

    /// <summary>Maps its pages, scripts and figures.</summary>
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints)
    {
        return endpoints.MapOrleansDashboard(Path);
    }
}
