namespace GanSweep.Documents;

/// <summary>Every key that was ever made, the first first.</summary>
/// <param name="Keys">The keys.</param>
public sealed record KeysDocument(IReadOnlyList<KeyDocument> Keys);
