using GanSweep.Contracts.Silos;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GanSweep.Silo.Health;

/// <summary>
/// The health of a silo, for whoever runs it. <c>/health/live</c> is about this process alone: if it fails, a restart is the cure.
/// <c>/health/ready</c> is about its part in the cluster: it fails before the silo has joined, while it cannot do its work, and from the
/// moment it is asked to stop.
/// </summary>
internal static class SiloHealth
{
    private const string Live = "live";
    private const string Ready = "ready";
    private const string Membership = "membership";

    public static void AddSiloHealth(this IServiceCollection services, SiloRoles roles)
    {
        services.AddSingleton<SiloPresence>();
        IHealthChecksBuilder checks = services.AddHealthChecks().AddCheck<MembershipCheck>(Membership, tags: [Ready]);
        if (roles.HasFlag(SiloRoles.Coordinator))
        {
            checks.AddCheck<StoreThreadCheck>("storeThread", tags: [Live])
                .AddCheck<StoreCheck>("store", tags: [Ready])
                .AddCheck<DispatcherCheck>("dispatcher", tags: [Ready]);
        }

        if (roles.HasFlag(SiloRoles.Trainer))
        {
            checks.AddCheck<TrainerLoopsCheck>("trainerLoops", tags: [Live])
                .AddCheck<CoordinatorContactCheck>("coordinator", tags: [Ready]);
        }
    }

    /// <summary>Answers on this port, by the port of the connection: the Host header decides nothing.</summary>
    public static void UseSiloHealth(this IApplicationBuilder app, int port)
    {
        SiloPresence presence = app.ApplicationServices.GetRequiredService<SiloPresence>();
        Serve(app, "/health/live", port, check => check.Tags.Contains(Live));

        // A silo that is not in the cluster cannot ask the others.
        Serve(app, "/health/ready", port, check => presence.WhyAbsent is null ? check.Tags.Contains(Ready) : check.Name == Membership);
    }

    private static void Serve(IApplicationBuilder app, string path, int port, Func<HealthCheckRegistration, bool> checks)
    {
        app.UseHealthChecks(path, port, new HealthCheckOptions { Predicate = checks, ResponseWriter = HealthBody.WriteAsync });
    }
}
