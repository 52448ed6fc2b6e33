namespace GanSweep.Contracts.Silos;

/// <summary>Something that went wrong in a cluster, as its coordinator knows it.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Message">What and why, in a sentence.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.SiloError")]
public sealed record SiloError([property: Id(0)] DateTimeOffset At, [property: Id(1)] string Message)
{
    /// <summary>The address of the silo where it went wrong; null for the coordinator's own, or if it is not known.</summary>
    [Id(2)] public string? Silo { get; init; }

    /// <summary>The sweep that it is about; null if it is about none.</summary>
    [Id(3)] public string? SweepId { get; init; }

    /// <summary>The run that it is about; null if it is about none.</summary>
    [Id(4)] public int? Run { get; init; }

    /// <summary>The attempt; null if it is not known.</summary>
    [Id(5)] public int? Attempt { get; init; }
}
