namespace GanSweep.Documents;

/// <summary>The scores after an epoch.</summary>
public sealed record ScorePointDocument(int Epoch, IReadOnlyDictionary<string, double?> Scores);
