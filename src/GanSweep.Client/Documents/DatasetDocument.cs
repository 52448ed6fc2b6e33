namespace GanSweep.Client.Documents;

/// <summary>The table of a sweep.</summary>
internal sealed record DatasetDocument(string File, string Hash, int Rows, IReadOnlyList<string> Columns);
