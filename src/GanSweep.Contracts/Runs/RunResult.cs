using System.Collections.Immutable;
using GanSweep.Contracts.Scores;

namespace GanSweep.Contracts.Runs;

/// <summary>What a finished run has found. A pure function of its <see cref="RunSpec"/>, but for <see cref="Seconds"/>.</summary>
[GenerateSerializer, Immutable, Alias("GanSweep.RunResult")]
public sealed record RunResult
{
    /// <summary>All scores of the best epoch's generator, means over sixteen fresh samples: not the one that its epoch was chosen by.</summary>
    [Id(0)] public required ScoreValues Scores { get; init; }

    /// <summary>The epoch whose generator is the result.</summary>
    [Id(1)] public required int BestEpoch { get; init; }

    /// <summary>Epochs trained: those configured, or fewer with early stopping.</summary>
    [Id(2)] public required int Epochs { get; init; }

    /// <summary>The losses of every epoch.</summary>
    [Id(3)] public required LossHistory Losses { get; init; }

    /// <summary>Every evaluation, in order: the default scores that the table has against the training rows, by which the best epoch was chosen.</summary>
    [Id(4)] public required ImmutableArray<ScorePoint> History { get; init; }

    /// <summary>Seconds of training, interrupted parts that were lost not counted.</summary>
    [Id(5)] public required double Seconds { get; init; }
}
