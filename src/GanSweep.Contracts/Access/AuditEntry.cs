namespace GanSweep.Contracts.Access;

/// <summary>That somebody did something, or was not let.</summary>
[GenerateSerializer, Immutable, Alias("GanSweep.AuditEntry")]
public sealed record AuditEntry
{
    /// <summary>Its number in the store's log, from 1; 0 before it is there.</summary>
    [Id(0)] public long Number { get; init; }

    /// <summary>When, in UTC.</summary>
    [Id(1)] public required DateTimeOffset At { get; init; }

    /// <summary>Who: a key's name and id, how somebody logged in, <c>loopback</c> or <c>console</c>.</summary>
    [Id(2)] public required string Who { get; init; }

    /// <summary>From which address, or from where else.</summary>
    [Id(3)] public required string From { get; init; }

    /// <summary>What was done, as a past participle: <c>submitted</c>, <c>cancelled</c>, <c>refused</c>.</summary>
    [Id(4)] public required string Action { get; init; }

    /// <summary>To which sweep; null if to none.</summary>
    [Id(5)] public string? Sweep { get; init; }

    /// <summary>What else there is to say; null if nothing.</summary>
    [Id(6)] public string? Detail { get; init; }
}
