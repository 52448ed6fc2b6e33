using GanSweep.Evaluation.Scoring;

namespace GanSweep.Training.Tasks;

/// <summary>The scores of a run's (moving-average) generator after an epoch.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Scores">Its scores.</param>
public sealed record ScoredEpoch(int Epoch, Scores Scores);
