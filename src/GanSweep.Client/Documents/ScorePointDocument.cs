namespace GanSweep.Client.Documents;

/// <summary>The scores after an epoch.</summary>
internal sealed record ScorePointDocument(int Epoch, IReadOnlyDictionary<string, double?> Scores);
