namespace GanSweep.Contracts.Runs;

/// <summary>An attempt of a run: where it was, from when to when.</summary>
/// <param name="Run">The run's number.</param>
/// <param name="Attempt">The attempt's.</param>
/// <param name="Trainer">The silo that trained.</param>
/// <param name="Begun">When the lease was granted; null if that was before the coordinator began.</param>
/// <param name="Ended">When it ended; null while it lasts.</param>
/// <param name="End">How it ended; null while it lasts.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.AttemptSpan")]
public sealed record AttemptSpan(
    [property: Id(0)] int Run,
    [property: Id(1)] int Attempt,
    [property: Id(2)] string Trainer,
    [property: Id(3)] DateTimeOffset? Begun,
    [property: Id(4)] DateTimeOffset? Ended,
    [property: Id(5)] AttemptEnd? End);
