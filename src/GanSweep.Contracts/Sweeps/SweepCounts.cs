namespace GanSweep.Contracts.Sweeps;

/// <summary>How many runs of a sweep stand where.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Completed">Scored and stored, reused ones included.</param>
/// <param name="Failed">Out of attempts, or found to fail in any attempt: it diverged, say.</param>
/// <param name="Running">Leased.</param>
/// <param name="Pending">Waiting. Cancelled ones are what is left of the total.</param>
/// <param name="Reused">Completed without training, from the store.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.SweepCounts")]
public sealed record SweepCounts(
    [property: Id(0)] int Total,
    [property: Id(1)] int Completed,
    [property: Id(2)] int Failed,
    [property: Id(3)] int Running,
    [property: Id(4)] int Pending,
    [property: Id(5)] int Reused);
