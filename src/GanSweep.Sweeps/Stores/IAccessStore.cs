using GanSweep.Contracts.Access;

namespace GanSweep.Sweeps.Stores;

/// <summary>
/// Who may come in, and who did what: keys, links and sessions, and the log. It is kept with the sweeps, and what is written is on disk when
/// its task completes.
/// </summary>
public interface IAccessStore
{
    /// <summary>Every key that was ever made, the first first.</summary>
    Task<IReadOnlyList<StoredKey>> ListKeysAsync();

    /// <summary>Writes a key, new or changed.</summary>
    Task SaveKeyAsync(StoredKey key);

    /// <summary>Every link and session.</summary>
    Task<IReadOnlyList<StoredPass>> ListPassesAsync();

    /// <summary>Takes links and sessions away by their hashes and adds others: all or none.</summary>
    Task ChangePassesAsync(IReadOnlyCollection<string> removed, IReadOnlyCollection<StoredPass> added);

    /// <summary>Adds an entry at the end of the log, under the next number; what is there is never changed.</summary>
    /// <returns>Its number.</returns>
    Task<long> AppendAuditAsync(AuditEntry entry);

    /// <summary>Entries of the log, the latest first.</summary>
    /// <param name="before">The number before which to begin; null for the end.</param>
    /// <param name="count">How many at most.</param>
    Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(long? before, int count);
}
