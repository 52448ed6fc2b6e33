using System.Collections.Concurrent;
using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Access;

/// <summary>Links that let a browser in once, and the sessions of those that are in. Both are in the store by their hashes, so that they outlive the coordinator.</summary>
public sealed class PassBook
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(10);

    /// <summary>How long somebody who logged in is in.</summary>
    public static readonly TimeSpan SessionLifetime = TimeSpan.FromHours(12);

    // Whoever may make them could make any number; those that were made first go first.
    private const int MostPasses = 1000;

    private readonly IAccessStore _store;
    private readonly TimeProvider _time;
    private readonly KeyBook _keys;
    private readonly ConcurrentDictionary<string, StoredPass> _passes = new(StringComparer.Ordinal);

    internal PassBook(IAccessStore store, KeyBook keys, TimeProvider time)
    {
        _store = store;
        _keys = keys;
        _time = time;
    }

    /// <summary>The session whose secret this is; null if there is none, it is over, or the key that it was opened with is.</summary>
    public StoredPass? FindSession(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return Find(secret, PassKind.Session);
    }

    /// <summary>Whether a session that was found lets somebody in still.</summary>
    public bool IsGood(StoredPass session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return _passes.TryGetValue(session.Hash, out StoredPass? found) && IsGoodNow(found);
    }

    /// <summary>Opens a session with a key that was found good.</summary>
    /// <returns>The session and its secret.</returns>
    public Task<(string Secret, StoredPass Session)> OpenAsync(StoredKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        DateTimeOffset ends = _time.GetUtcNow() + SessionLifetime;
        return AddAsync(
            PassKind.Session, key.Role, $"{key.Name} ({key.Id})", key.Id, key.ExpiresAt < ends ? key.ExpiresAt.Value : ends, []);
    }

    /// <summary>Opens a session for somebody for whom another vouches.</summary>
    /// <returns>The session and its secret.</returns>
    public Task<(string Secret, StoredPass Session)> OpenAsync(AccessRole role, string who)
    {
        return AddAsync(PassKind.Session, role, who, keyId: null, _time.GetUtcNow() + SessionLifetime, []);
    }

    /// <summary>Exchanges a link for a session. A link is used once, whatever becomes of it.</summary>
    /// <returns>The session and its secret; null if the token opens nothing, or no longer.</returns>
    public async Task<(string Secret, StoredPass Session)?> UseLinkAsync(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (Find(token, PassKind.Link) is not { } link || !_passes.TryRemove(new KeyValuePair<string, StoredPass>(link.Hash, link)))
        {
            return null;
        }

        return await AddAsync(PassKind.Session, link.Role, link.Who, keyId: null, _time.GetUtcNow() + SessionLifetime, [link.Hash]);
    }

    /// <summary>Ends a session.</summary>
    public Task EndAsync(StoredPass session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return RemoveAsync([session.Hash]);
    }

    internal async Task LoadAsync()
    {
        foreach (StoredPass pass in await _store.ListPassesAsync())
        {
            _passes[pass.Hash] = pass;
        }
    }

    internal async Task<LoginLink> CreateLinkAsync(AccessRole role, string who)
    {
        (string token, StoredPass link) = await AddAsync(PassKind.Link, role, who, keyId: null, _time.GetUtcNow() + LinkLifetime, []);
        return new LoginLink { Token = token, ExpiresAt = link.ExpiresAt };
    }

    internal Task EndAllOfAsync(string keyId)
    {
        return RemoveAsync([.. _passes.Values.Where(pass => pass.KeyId == keyId).Select(pass => pass.Hash)]);
    }

    private StoredPass? Find(string secret, PassKind kind)
    {
        return Secret.IsOne(secret, Secret.Length)
            && _passes.TryGetValue(Secret.HashOf(secret), out StoredPass? pass)
            && pass.Kind == kind
            && IsGoodNow(pass)
            ? pass
            : null;
    }

    private bool IsGoodNow(StoredPass pass)
    {
        return pass.ExpiresAt > _time.GetUtcNow() && (pass.KeyId is null || _keys.IsGood(pass.KeyId));
    }

    private async Task<(string Secret, StoredPass Pass)> AddAsync(
        PassKind kind, AccessRole role, string who, string? keyId, DateTimeOffset expiresAt, IEnumerable<string> instead)
    {
        string secret = Secret.Draw(Secret.Length);
        DateTimeOffset now = _time.GetUtcNow();
        StoredPass pass = new(Secret.HashOf(secret), kind, role, who, keyId, now, expiresAt);
        string[] removed = [.. instead, .. Superfluous(now)];
        await _store.ChangePassesAsync(removed, [pass]);
        Forget(removed);
        _passes[pass.Hash] = pass;
        return (secret, pass);
    }

    private IEnumerable<string> Superfluous(DateTimeOffset now)
    {
        StoredPass[] passes = [.. _passes.Values];
        StoredPass[] good = [.. passes.Where(pass => pass.ExpiresAt > now).OrderByDescending(pass => pass.CreatedAt)];
        return passes.Except(good).Concat(good.Skip(MostPasses - 1)).Select(pass => pass.Hash);
    }

    private async Task RemoveAsync(string[] hashes)
    {
        // First here: whatever the disk says, they open nothing from now on.
        Forget(hashes);
        await _store.ChangePassesAsync(hashes, []);
    }

    private void Forget(string[] hashes)
    {
        foreach (string hash in hashes)
        {
            _passes.TryRemove(hash, out _);
        }
    }
}
