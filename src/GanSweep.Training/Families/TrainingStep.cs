using GanSweep.Settings.Models;

namespace GanSweep.Training.Families;

/// <summary>One step of a training: a batch of the shuffled rows. An epoch is a pass over them, or a part of one (<see cref="LoopKeys.BatchesOf"/>).</summary>
/// <param name="epoch">The epoch, from 1.</param>
/// <param name="number">The step in its epoch, from 1.</param>
/// <param name="rows">Numbers of the real rows, <c>[batch]</c>.</param>
/// <param name="endsEpoch">Whether it is the last of its epoch.</param>
public readonly ref struct TrainingStep(int epoch, int number, ReadOnlySpan<int> rows, bool endsEpoch)
{
    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; } = epoch;

    /// <summary>The step in its epoch, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>Numbers of the real rows, <c>[batch]</c>.</summary>
    public ReadOnlySpan<int> Rows { get; } = rows;

    /// <summary>Whether it is the last of its epoch.</summary>
    public bool EndsEpoch { get; } = endsEpoch;
}
