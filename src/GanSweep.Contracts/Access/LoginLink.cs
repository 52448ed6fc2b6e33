namespace GanSweep.Contracts.Access;

/// <summary>What lets a browser in, once.</summary>
[GenerateSerializer, Immutable, Alias("GanSweep.LoginLink")]
public sealed record LoginLink
{
    /// <summary>The secret that is shown at <c>/login</c>.</summary>
    [Id(0)] public required string Token { get; init; }

    /// <summary>From when on it opens nothing, in UTC.</summary>
    [Id(1)] public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Where the coordinator serves its pages, as a browser on its machine is told; null if it serves none or does not run.</summary>
    [Id(2)] public Uri? Door { get; init; }
}
