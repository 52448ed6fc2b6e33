namespace GanSweep.Documents;

/// <summary>The table of a sweep.</summary>
public sealed record DatasetDocument(string File, string Hash, int Rows, IReadOnlyList<string> Columns);
