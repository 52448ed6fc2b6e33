using System.Collections.Immutable;
using GanSweep.Training.Tasks;

namespace GanSweep.Training.Checkpoints;

/// <summary>A <see cref="CheckpointHeader"/> of version 1, when the one model was the GAN and its losses and counters had properties of their own.</summary>
internal sealed record FirstCheckpointHeader
{
    public required string RunKey { get; init; }

    public required int Epoch { get; init; }

    public required int Row { get; init; }

    public required FirstLossSums Sum { get; init; }

    public required ImmutableArray<ScoredEpoch> History { get; init; }

    public required long GeneratorUpdates { get; init; }

    public required long DiscriminatorUpdates { get; init; }

    public required double Seconds { get; init; }

    /// <summary>The same in the form of today.</summary>
    public CheckpointHeader ToCurrent()
    {
        return new CheckpointHeader
        {
            RunKey = RunKey,
            Model = "gan",
            Epoch = Epoch,
            Row = Row,
            LossSums = [Sum.Discriminator, Sum.Real, Sum.Fake, Sum.Generator],
            LossRows = [Sum.Rows, Sum.Rows, Sum.Rows, Sum.GeneratorRows],
            History = History,
            Counters = [GeneratorUpdates, DiscriminatorUpdates],
            Seconds = Seconds,
        };
    }
}
