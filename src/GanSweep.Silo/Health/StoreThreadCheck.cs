using GanSweep.Sweeps.Stores;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GanSweep.Silo.Health;

/// <summary>Whether the store's thread goes round. A disk that is full is an answer too: no restart would help against it.</summary>
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
