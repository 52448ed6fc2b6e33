using System.Collections.Immutable;
using GanSweep.Gan.Training;

namespace GanSweep.Gan.Checkpoints;

/// <summary>What a training checkpoint holds besides tensors.</summary>
internal sealed record CheckpointHeader
{
    public required string RunKey { get; init; }

    public required int Epoch { get; init; }

    public required int Row { get; init; }

    public required EpochLossSum Sum { get; init; }

    public required ImmutableArray<ScoredEpoch> History { get; init; }

    public required long GeneratorUpdates { get; init; }

    public required long DiscriminatorUpdates { get; init; }

    public required double Seconds { get; init; }
}
