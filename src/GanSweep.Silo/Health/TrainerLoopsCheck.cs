using GanSweep.Grains.Trainers;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace GanSweep.Silo.Health;

/// <summary>Whether the trainer's loops keep going, with or without a coordinator.</summary>
internal sealed class TrainerLoopsCheck(TrainerHost trainer, IHostApplicationLifetime lifetime) : IHealthCheck
{
    // A round makes a few calls, one after another; each gives up after 30 s.
    private static readonly TimeSpan LongestRound = TimeSpan.FromMinutes(3);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        bool stuck = trainer.SinceLastRound > LongestRound && !lifetime.ApplicationStopping.IsCancellationRequested;
        return Task.FromResult(stuck
            ? HealthCheckResult.Unhealthy($"A loop of the trainer has been in one round for {trainer.SinceLastRound?.TotalSeconds:0} s.")
            : HealthCheckResult.Healthy("Goes round."));
    }
}
