namespace GanSweep.Client.Documents;

/// <summary>Every sweep, the latest first.</summary>
internal sealed record ListDocument(IReadOnlyList<SummaryDocument> Sweeps);
