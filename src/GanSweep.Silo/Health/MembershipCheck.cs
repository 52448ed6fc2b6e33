using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GanSweep.Silo.Health;

/// <summary>Whether the silo is active in the cluster's membership.</summary>
internal sealed class MembershipCheck(SiloPresence presence) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        return Task.FromResult(presence.WhyAbsent is { } reason ? HealthCheckResult.Unhealthy(reason) : HealthCheckResult.Healthy("Active."));
    }
}
