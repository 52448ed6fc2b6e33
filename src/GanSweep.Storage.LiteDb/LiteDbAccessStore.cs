using GanSweep.Contracts.Access;
using GanSweep.Storage.LiteDb.Ownership;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb;

/// <summary>Who may come in, in the same file and on the same thread as the sweeps.</summary>
/// <param name="owner">The file's owner.</param>
/// <param name="requireWritable">Throws if the store was opened to look only.</param>
internal sealed class LiteDbAccessStore(StoreOwner owner, Action requireWritable) : IAccessStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredKey>> ListKeysAsync()
    {
        return owner.ReadAsync(session => session.Keys.List());
    }

    /// <inheritdoc/>
    public Task SaveKeyAsync(StoredKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return WriteAsync(session =>
        {
            session.Keys.Save(key);
            return true;
        });
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredPass>> ListPassesAsync()
    {
        return owner.ReadAsync(session => session.Passes.List());
    }

    /// <inheritdoc/>
    public Task ChangePassesAsync(IReadOnlyCollection<string> removed, IReadOnlyCollection<StoredPass> added)
    {
        ArgumentNullException.ThrowIfNull(removed);
        ArgumentNullException.ThrowIfNull(added);
        return WriteAsync(session =>
        {
            foreach (string hash in removed)
            {
                session.Passes.Delete(hash);
            }

            foreach (StoredPass pass in added)
            {
                session.Passes.Save(pass);
            }

            return true;
        });
    }

    /// <inheritdoc/>
    public Task<long> AppendAuditAsync(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return WriteAsync(session => session.Audit.Append(entry));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(long? before, int count)
    {
        return owner.ReadAsync(session => session.Audit.List(before ?? long.MaxValue, count));
    }

    private Task<T> WriteAsync<T>(Func<StoreSession, T> write)
    {
        requireWritable();
        return owner.WriteAsync(write);
    }
}
