namespace GanSweep.Documents;

/// <summary>Every key that was ever made, the first first.</summary>
public sealed record KeysDocument(IReadOnlyList<KeyDocument> Keys);
