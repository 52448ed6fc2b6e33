using GanSweep.Grains.Trainers;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GanSweep.Silo.Health;

/// <summary>Whether the trainer hears from its coordinator. It asks every half second, so a few seconds of silence mean that the coordinator is gone.</summary>
internal sealed class CoordinatorContactCheck(TrainerHost trainer) : IHealthCheck
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        return Task.FromResult(trainer.SinceLastAnswer switch
        {
            null => HealthCheckResult.Unhealthy("The coordinator has not answered yet."),
            { } silence when silence > LongestSilence =>
                HealthCheckResult.Unhealthy($"The coordinator has not answered for {silence.TotalSeconds:0} s."),
            _ => HealthCheckResult.Healthy("The coordinator answers."),
        });
    }
}
