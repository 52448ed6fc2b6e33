using GanSweep.Sweeps.Stores;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GanSweep.Silo.Health;

/// <summary>Whether the store takes work.</summary>
internal sealed class StoreCheck(ISweepStore store) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.CheckAsync().WaitAsync(Patience, cancellationToken);
            return HealthCheckResult.Healthy("Takes work.");
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy($"The store has not answered for {Patience.TotalSeconds:0} s.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy(exception.Message);
        }
    }
}
