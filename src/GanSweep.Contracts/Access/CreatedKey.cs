namespace GanSweep.Contracts.Access;

/// <summary>A key that was made, with its secret, this once.</summary>
[GenerateSerializer, Immutable, Alias("GanSweep.CreatedKey")]
public sealed record CreatedKey
{
    /// <summary>What it is.</summary>
    [Id(0)] public required KeySummary Summary { get; init; }

    /// <summary>The key, as its holder shows it.</summary>
    [Id(1)] public required string Key { get; init; }
}
