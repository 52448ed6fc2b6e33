using GanSweep.Contracts.Sweeps;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GanSweep.Silo.Health;

/// <summary>Whether the coordinator's dispatcher answers.</summary>
internal sealed class DispatcherCheck(IGrainFactory grains) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await grains.GetGrain<IDispatcherGrain>(0).GetSilosAsync().WaitAsync(Patience, cancellationToken);
            return HealthCheckResult.Healthy("Answers.");
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy($"The dispatcher has not answered for {Patience.TotalSeconds:0} s.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy($"The dispatcher does not answer: {exception.Message}");
        }
    }
}
