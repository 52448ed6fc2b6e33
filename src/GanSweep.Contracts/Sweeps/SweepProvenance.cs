using System.Collections.Immutable;

namespace GanSweep.Contracts.Sweeps;

/// <summary>Where the results of a sweep come from: enough to make them again.</summary>
[GenerateSerializer, Immutable, Alias("GanSweep.SweepProvenance")]
public sealed record SweepProvenance
{
    /// <summary>The sweep's id.</summary>
    [Id(0)] public required string SweepId { get; init; }

    /// <summary>The text of its sweep.json.</summary>
    [Id(1)] public required string Json { get; init; }

    /// <summary>SHA-256 of its table's file.</summary>
    [Id(2)] public required string DatasetHash { get; init; }

    /// <summary>Rows of the scored synthetic samples.</summary>
    [Id(3)] public required int EvaluationRows { get; init; }

    /// <summary>The share of rows that is held out of training; 0 if none.</summary>
    [Id(4)] public required double Holdout { get; init; }

    /// <summary>The version of what trained and scored its completed runs; several, with commas, if it was not the same for all.</summary>
    [Id(5)] public required string EngineVersion { get; init; }

    /// <summary>When it was first submitted, in UTC.</summary>
    [Id(6)] public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Seconds of training of all completed runs together.</summary>
    [Id(7)] public required double TrainingSeconds { get; init; }

    /// <summary>The trainers that completed its runs, as <c>roles@machine/pid</c>; reused runs have none.</summary>
    [Id(8)] public required ImmutableArray<string> Trainers { get; init; }

    /// <summary>The column that the score of utility is about; null if there is none.</summary>
    [Id(9)] public string? Target { get; init; }

    /// <summary>Whether keys that its text leaves out have the values that they had before they were fitted to the table.</summary>
    [Id(10)] public bool HasFormerDefaults { get; init; }

    /// <summary>Whether rare values are learnt where its text says nothing of it, as before they were kept out of generators.</summary>
    [Id(11)] public bool HasExactValues { get; init; }

    /// <summary>How many configurations its search had proposed when its rule stopped it before all were; null if it has not.</summary>
    [Id(12)] public int? StoppedAfter { get; init; }

    /// <summary>How the table's rows follow each other, as the object of a sweep.json; null if they do not.</summary>
    [Id(13)] public string? Sequence { get; init; }
}
