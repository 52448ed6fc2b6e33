namespace GanSweep.Documents;

/// <summary>The table of a sweep.</summary>
/// <param name="File">Its file, as sweep.json says it.</param>
/// <param name="Hash">Its name by its content.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">The names of its columns.</param>
public sealed record DatasetDocument(string File, string Hash, int Rows, IReadOnlyList<string> Columns);
