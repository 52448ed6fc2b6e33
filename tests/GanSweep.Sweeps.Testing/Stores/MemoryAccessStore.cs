using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Testing.Stores;

/// <summary>Who may come in, in memory.</summary>
/// <param name="write">Does a write as the store's disk has it.</param>
internal sealed class MemoryAccessStore(Func<Action, string, Task> write) : IAccessStore
{
    private readonly Dictionary<string, StoredKey> _keys = [];
    private readonly Dictionary<string, StoredPass> _passes = [];
    private readonly List<AuditEntry> _entries = [];

    public Task<IReadOnlyList<StoredKey>> ListKeysAsync()
    {
        return Task.FromResult<IReadOnlyList<StoredKey>>([.. _keys.Values.OrderBy(key => key.CreatedAt).ThenBy(key => key.Id, StringComparer.Ordinal)]);
    }

    public Task SaveKeyAsync(StoredKey key)
    {
        return write(() => _keys[key.Id] = key, nameof(SaveKeyAsync));
    }

    public Task<IReadOnlyList<StoredPass>> ListPassesAsync()
    {
        return Task.FromResult<IReadOnlyList<StoredPass>>([.. _passes.Values.OrderBy(pass => pass.CreatedAt).ThenBy(pass => pass.Hash, StringComparer.Ordinal)]);
    }

    public Task ChangePassesAsync(IReadOnlyCollection<string> removed, IReadOnlyCollection<StoredPass> added)
    {
        return write(
            () =>
            {
                foreach (string hash in removed)
                {
                    _passes.Remove(hash);
                }

                foreach (StoredPass pass in added)
                {
                    _passes[pass.Hash] = pass;
                }
            },
            nameof(ChangePassesAsync));
    }

    public async Task<long> AppendAuditAsync(AuditEntry entry)
    {
        long number = 0;
        await write(
            () =>
            {
                number = _entries.Count + 1;
                _entries.Add(entry with { Number = number });
            },
            nameof(AppendAuditAsync));
        return number;
    }

    public Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(long? before, int count)
    {
        return Task.FromResult<IReadOnlyList<AuditEntry>>([.. _entries.Where(entry => entry.Number < (before ?? long.MaxValue)).Reverse().Take(count)]);
    }
}
