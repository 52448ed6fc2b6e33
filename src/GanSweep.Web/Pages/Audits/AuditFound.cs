using GanSweep.Contracts.Access;

namespace GanSweep.Web.Pages.Audits;

/// <summary>Entries of the log that were found.</summary>
/// <param name="Entries">The entries, the latest first.</param>
/// <param name="Before">Before which number to go on; null if there are no others.</param>
internal sealed record AuditFound(IReadOnlyList<AuditEntry> Entries, long? Before);
