using GanSweep.Contracts.Access;

namespace GanSweep.Documents;

/// <summary>That somebody did something, or was not let.</summary>
/// <param name="Number">Its number in the log, from 1.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Who">Who: a key's name and id, how somebody logged in, loopback or console.</param>
/// <param name="From">From which address, or from where else.</param>
/// <param name="Action">What was done: submitted, cancelled, refused.</param>
/// <param name="Sweep">To which sweep; null if to none.</param>
/// <param name="Detail">What else there is to say; null if nothing.</param>
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
