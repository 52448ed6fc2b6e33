namespace GanSweep.Contracts.Sweeps;

/// <summary>A sweep in one line.</summary>
[GenerateSerializer, Immutable, Alias("GanSweep.SweepSummary")]
public sealed record SweepSummary
{
    /// <summary>The sweep's id: its name and eight digits of the hash of what it asks for.</summary>
    [Id(0)] public required string SweepId { get; init; }

    /// <summary>Where it stands.</summary>
    [Id(1)] public required SweepState State { get; init; }

    /// <summary>How many runs stand where.</summary>
    [Id(2)] public required SweepCounts Counts { get; init; }

    /// <summary>When it was first submitted, in UTC.</summary>
    [Id(3)] public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The lowest total so far, by the sweep's weights.</summary>
    [Id(4)] public double? BestTotal { get; init; }
}
