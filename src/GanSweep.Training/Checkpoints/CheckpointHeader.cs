using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Training.Tasks;

namespace GanSweep.Training.Checkpoints;

/// <summary>What a training checkpoint holds besides tensors.</summary>
internal sealed record CheckpointHeader
{
    public required string RunKey { get; init; }

    public required string Model { get; init; }

    public required int Epoch { get; init; }

    /// <summary>Where the next batch begins in its epoch: batches before it, times their size.</summary>
    public required int Row { get; init; }

    public required ImmutableArray<double> LossSums { get; init; }

    public required ImmutableArray<long> LossRows { get; init; }

    public required ImmutableArray<ScoredEpoch> History { get; init; }

    public required ImmutableArray<long> Counters { get; init; }

    public required double Seconds { get; init; }

    /// <summary>Whether numbers and evaluations are such as a run can have come to.</summary>
    [JsonIgnore]
    public bool CanBe => Epoch >= 0
        && Row >= 0
        && Seconds >= 0
        && LossRows.All(rows => rows >= 0)
        && Counters.All(counter => counter >= 0)
        && History.All(point => point is { Epoch: >= 1, Scores: not null } && point.Epoch <= Epoch)
        && History.Zip(History.Skip(1)).All(pair => pair.First.Epoch < pair.Second.Epoch);
}
