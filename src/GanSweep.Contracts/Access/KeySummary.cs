namespace GanSweep.Contracts.Access;

/// <summary>A key as it is shown: all but its secret, which nobody but its holder has.</summary>
[GenerateSerializer, Immutable, Alias("GanSweep.KeySummary")]
public sealed record KeySummary
{
    /// <summary>Its id: the part of a key that is no secret.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>What its holder may do.</summary>
    [Id(2)] public required AccessRole Role { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    [Id(3)] public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it opens nothing, in UTC; null if it does until it is revoked.</summary>
    [Id(4)] public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was revoked, in UTC; null if it was not.</summary>
    [Id(5)] public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When it last opened something, in UTC and to a minute; null if it never did.</summary>
    [Id(6)] public DateTimeOffset? UsedAt { get; init; }
}
