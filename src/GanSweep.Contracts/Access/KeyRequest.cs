namespace GanSweep.Contracts.Access;

/// <summary>What a new key is to be.</summary>
[GenerateSerializer, Immutable, Alias("GanSweep.KeyRequest")]
public sealed record KeyRequest
{
    /// <summary>The longest <see cref="Name"/>, in characters.</summary>
    public const int LongestName = 64;

    /// <summary>What its holder may do.</summary>
    [Id(0)] public required AccessRole Role { get; init; }

    /// <summary>Whose it is, for lists and the log of who did what. Default the key's id.</summary>
    [Id(1)] public string? Name { get; init; }

    /// <summary>How long it is good for. Default until it is revoked.</summary>
    [Id(2)] public TimeSpan? Lifetime { get; init; }
}
