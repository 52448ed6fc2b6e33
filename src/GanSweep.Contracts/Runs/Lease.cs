using GanSweep.Contracts.Scores;

namespace GanSweep.Contracts.Runs;

/// <summary>The right to train one run, until it ends, is given back, or is not renewed for <see cref="Duration"/>.</summary>
/// <remarks>Id 5 was all yardsticks, of which a trainer needs the second sample alone.</remarks>
[GenerateSerializer, Immutable, Alias("GanSweep.Lease")]
public sealed record Lease
{
    /// <summary>The sweep.</summary>
    [Id(0)] public required string SweepId { get; init; }

    /// <summary>The run's number in its sweep, from 1.</summary>
    [Id(1)] public required int Run { get; init; }

    /// <summary>The attempt, from 1. It only grows; reports under an older one are rejected.</summary>
    [Id(2)] public required int Attempt { get; init; }

    /// <summary>The run key: 64 hexadecimal digits.</summary>
    [Id(3)] public required string RunKey { get; init; }

    /// <summary>What to train.</summary>
    [Id(4)] public required RunSpec Spec { get; init; }

    /// <summary>What the default scores are divided by: those of a second sample.</summary>
    [Id(11)] public required ScoreValues SecondSample { get; init; }

    /// <summary>The version of the engine that the run key was made with; only a trainer that computes the same may train the run.</summary>
    [Id(10)] public required string EngineVersion { get; init; }

    /// <summary>The most epochs that it can take.</summary>
    [Id(9)] public required int Epochs { get; init; }

    /// <summary>The key of the run that is the beginning of this one, from whose checkpoint it may go on, to the same bits; null if there is none.</summary>
    [Id(12)] public string? Beginning { get; init; }

    /// <summary>How long the lease lasts from its grant or last renewal.</summary>
    [Id(7)] public required TimeSpan Duration { get; init; }
}
