using GanSweep.Contracts.Access;

namespace GanSweep.Documents;

/// <summary>That somebody did something, or was not let.</summary>
public sealed record AuditEntryDocument(long Number, DateTimeOffset At, string Who, string From, string Action, string? Sweep, string? Detail)
{
    /// <summary>The document of an entry.</summary>
    public static AuditEntryDocument Of(AuditEntry entry)
    {
        return new AuditEntryDocument(entry.Number, entry.At, entry.Who, entry.From, entry.Action, entry.Sweep, entry.Detail);
    }

    /// <summary>The entry that it tells of.</summary>
    public AuditEntry ToEntry()
    {
        return new AuditEntry { Number = Number, At = At, Who = Who, From = From, Action = Action, Sweep = Sweep, Detail = Detail };
    }
}
