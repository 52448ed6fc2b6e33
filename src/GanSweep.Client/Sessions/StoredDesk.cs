using System.Collections.Immutable;
using GanSweep.Contracts.Access;
using GanSweep.Silo;
using GanSweep.Sweeps.Access;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Client.Sessions;

/// <summary>What a data folder at rest says of who may come in once a coordinator has it. Whoever may write to the folder may make keys.</summary>
internal sealed class StoredDesk : IAccessDesk
{
    private static readonly Actor Console = new("console", "the data folder");

    private readonly ISweepStore _store;
    private readonly AccessBook _book;

    private StoredDesk(ISweepStore store, AccessBook book)
    {
        _store = store;
        _book = book;
    }

    /// <summary>Opens a folder's store, which is made if it is missing.</summary>
    /// <exception cref="StoreInUseException">Another process holds the folder.</exception>
    public static async Task<StoredDesk> OpenAsync(string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        ISweepStore store = await Stores.Kinds.OpenAsync(new StoreOptions { Folder = folder }, cancellationToken);
        StoredDesk desk = new(store, new AccessBook(store.Access, time));
        try
        {
            await desk._book.LoadAsync();
            return desk;
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    public Task<CreatedKey> CreateKeyAsync(KeyRequest request)
    {
        return _book.CreateKeyAsync(request, Console);
    }

    public Task<ImmutableArray<KeySummary>> ListKeysAsync()
    {
        return Task.FromResult(_book.Keys.List());
    }

    public Task<KeySummary> RevokeKeyAsync(string id)
    {
        return _book.RevokeKeyAsync(id, Console);
    }

    public Task<LoginLink> CreateLinkAsync(AccessRole role)
    {
        return _book.CreateLinkAsync(role, Console);
    }

    public async Task<ImmutableArray<AuditEntry>> ReadAuditAsync(long? before, int count)
    {
        return [.. await _book.Log.ReadAsync(before, count)];
    }

    public ValueTask DisposeAsync()
    {
        _book.Dispose();
        return _store.DisposeAsync();
    }
}
