using GanSweep.Contracts.Scores;

namespace GanSweep.Contracts.Runs;

/// <summary>The scores of a run's (moving-average) generator after an epoch.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Scores">Its scores.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.ScorePoint")]
public sealed record ScorePoint([property: Id(0)] int Epoch, [property: Id(1)] ScoreValues Scores);
