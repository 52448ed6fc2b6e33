using GanSweep.Contracts.Access;

namespace GanSweep.Documents;

/// <summary>Who did what, the latest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Before">What to ask for next: entries before this number; null if there are none.</param>
public sealed record AuditDocument(IReadOnlyList<AuditEntryDocument> Entries, long? Before)
{
    /// <summary>The document of a page.</summary>
    public static AuditDocument Of(IEnumerable<AuditEntry> entries)
    {
        AuditEntryDocument[] documents = [.. entries.Select(AuditEntryDocument.Of)];
        return new AuditDocument(documents, documents is [.., { Number: > 1 } last] ? last.Number : null);
    }
}
