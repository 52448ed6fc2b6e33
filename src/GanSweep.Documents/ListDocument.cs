namespace GanSweep.Documents;

/// <summary>Every sweep, the latest first.</summary>
public sealed record ListDocument(IReadOnlyList<SummaryDocument> Sweeps);
