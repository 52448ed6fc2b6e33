namespace GanSweep.Documents;

/// <summary>A figure of the real table and of the synthetic one.</summary>
internal sealed record PairDocument(double? Real, double? Synthetic);
