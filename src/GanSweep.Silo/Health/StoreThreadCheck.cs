using GanSweep.Sweeps.Stores;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GanSweep.Silo.Health;

/// <summary>Whether the store's thread is alive. A full disk is an answer too: a restart would not help.</summary>
internal sealed class StoreThreadCheck(ISweepStore store) : IHealthCheck
{
    // A slow disk must not look like a dead thread.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Task answer = store.CheckAsync();
        await answer.WaitAsync(Patience, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return answer.IsCompleted
            ? HealthCheckResult.Healthy("Answers.")
            : HealthCheckResult.Unhealthy($"The store's thread has not answered for {Patience.TotalSeconds:0} s.");
    }
}
