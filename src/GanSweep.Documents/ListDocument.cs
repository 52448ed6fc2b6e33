namespace GanSweep.Documents;

/// <summary>Every sweep, the latest first.</summary>
/// <param name="Sweeps">The sweeps.</param>
public sealed record ListDocument(IReadOnlyList<SummaryDocument> Sweeps);
