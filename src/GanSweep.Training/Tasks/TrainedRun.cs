using System.Collections.Immutable;
using GanSweep.Evaluation.Scoring;
using GanSweep.Training.Losses;

namespace GanSweep.Training.Tasks;

/// <summary>What a finished training has found. A pure function of its <see cref="TrainingTask"/>, but for <see cref="Seconds"/>.</summary>
public sealed record TrainedRun
{
    /// <summary>All scores of the best epoch's generator, means over sixteen fresh samples: not the one that its epoch was chosen by.</summary>
    public required Scores Scores { get; init; }

    /// <summary>The epoch whose generator is the result.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>Epochs trained: those configured, or until where it was to end; fewer with early stopping.</summary>
    public required int Epochs { get; init; }

    /// <summary>The losses of every epoch.</summary>
    public required ImmutableArray<EpochLosses> Losses { get; init; }

    /// <summary>Every evaluation, in order: the default scores against the training rows, by which the best epoch was chosen; of a beginning its last epoch too, by which the whole run may not be scored.</summary>
    public required ImmutableArray<ScoredEpoch> History { get; init; }

    /// <summary>Seconds of training, interrupted parts that were lost not counted.</summary>
    public required double Seconds { get; init; }
}
