namespace GanSweep.Documents;

/// <summary>The scores after an epoch.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Scores">Its scores, each under its name.</param>
public sealed record ScorePointDocument(int Epoch, IReadOnlyDictionary<string, double?> Scores);
