using System.Collections.Concurrent;
using System.Collections.Immutable;
using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Access;

/// <summary>
/// The keys of a store, which are read once: the store has one owner, so what is here is what there is. None is ever forgotten, so a store that
/// had a key asks for one, even if all are revoked.
/// </summary>
public sealed class KeyBook : IDisposable
{
    private static readonly TimeSpan UseInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(3660);

    private readonly IAccessStore _store;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, StoredKey> _keys = new(StringComparer.Ordinal);

    // A change is made of what there is: one that was begun before a revocation must not be written after it.
    private readonly SemaphoreSlim _changing = new(1);

    internal KeyBook(IAccessStore store, TimeProvider time)
    {
        _store = store;
        _time = time;
    }

    /// <summary>Whether there ever was a key: then everybody is asked for one.</summary>
    public bool Any => !_keys.IsEmpty;

    /// <summary>Whether a key of an admin opens something now.</summary>
    public bool HasAdmin => _keys.Values.Any(key => key.Role == AccessRole.Admin && VerdictOf(key) == KeyVerdict.Good);

    /// <summary>Every key, the first first.</summary>
    public ImmutableArray<KeySummary> List()
    {
        return [.. _keys.Values.OrderBy(key => key.CreatedAt).ThenBy(key => key.Id, StringComparer.Ordinal).Select(SummaryOf)];
    }

    /// <summary>What a key that is shown is.</summary>
    /// <param name="text">What is shown.</param>
    /// <param name="key">The key; null unless the verdict is good.</param>
    public KeyVerdict Check(string text, out StoredKey? key)
    {
        ArgumentNullException.ThrowIfNull(text);
        key = null;
        if (KeyText.Parse(text) is not { } shown || !_keys.TryGetValue(shown.Id, out StoredKey? found) || !Secret.AreEqual(Secret.HashOf(shown.Secret), found.Hash))
        {
            return KeyVerdict.Unknown;
        }

        KeyVerdict verdict = VerdictOf(found);
        key = verdict == KeyVerdict.Good ? found : null;
        return verdict;
    }

    /// <summary>Whether a key opens something now.</summary>
    public bool IsGood(string id)
    {
        return _keys.TryGetValue(id, out StoredKey? key) && VerdictOf(key) == KeyVerdict.Good;
    }

    /// <summary>Notes that a key was used, at most once a minute.</summary>
    public async Task NoteUseAsync(string id)
    {
        if (!IsDue(id))
        {
            return;
        }

        await _changing.WaitAsync();
        try
        {
            if (IsDue(id))
            {
                // First here: what the disk refuses is not tried again with every request.
                StoredKey used = _keys[id] with { UsedAt = _time.GetUtcNow() };
                _keys[id] = used;
                await _store.SaveKeyAsync(used);
            }
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _changing.Dispose();
    }

    internal async Task LoadAsync()
    {
        foreach (StoredKey key in await _store.ListKeysAsync())
        {
            _keys[key.Id] = key;
        }
    }

    internal async Task<CreatedKey> CreateAsync(KeyRequest request)
    {
        Demand(request);
        DateTimeOffset now = _time.GetUtcNow();
        KeyText text = KeyText.Draw();
        StoredKey key = new(
            text.Id,
            string.IsNullOrWhiteSpace(request.Name) ? text.Id : request.Name.Trim(),
            request.Role,
            Secret.HashOf(text.Secret),
            now,
            now + request.Lifetime);
        await ChangeAsync(() => key);
        return new CreatedKey { Summary = SummaryOf(key), Key = text.ToString() };
    }

    internal async Task<KeySummary> RevokeAsync(string id)
    {
        return SummaryOf(await ChangeAsync(() => _keys.TryGetValue(id, out StoredKey? key)
            ? key with { RevokedAt = key.RevokedAt ?? _time.GetUtcNow() }
            : throw new AccessKeyNotFoundException($"There is no key with the id '{id}'. 'gansweep keys list' lists them.")));
    }

    private async Task<StoredKey> ChangeAsync(Func<StoredKey> change)
    {
        await _changing.WaitAsync();
        try
        {
            StoredKey key = change();
            await _store.SaveKeyAsync(key);
            _keys[key.Id] = key;
            return key;
        }
        finally
        {
            _changing.Release();
        }
    }

    private static void Demand(KeyRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Enum.IsDefined(request.Role))
        {
            throw new InvalidKeyRequestException($"The role {request.Role} is none; a key is for a reader, an operator or an admin.");
        }

        if (request.Name is { } name && (name.Length > KeyRequest.LongestName || name.Any(char.IsControl)))
        {
            throw new InvalidKeyRequestException($"A key's name has at most {KeyRequest.LongestName} characters, all of which can be printed.");
        }

        if (request.Lifetime is { } lifetime && (lifetime <= TimeSpan.Zero || lifetime > LongestLifetime))
        {
            throw new InvalidKeyRequestException($"A key is good for more than no time and at most {LongestLifetime.TotalDays:0} days, or until it is revoked.");
        }
    }

    private bool IsDue(string id)
    {
        return _keys.TryGetValue(id, out StoredKey? key) && !(_time.GetUtcNow() - key.UsedAt < UseInterval);
    }

    private KeyVerdict VerdictOf(StoredKey key)
    {
        return key.RevokedAt is not null ? KeyVerdict.Revoked : key.ExpiresAt <= _time.GetUtcNow() ? KeyVerdict.Expired : KeyVerdict.Good;
    }

    private static KeySummary SummaryOf(StoredKey key)
    {
        return new KeySummary
        {
            Id = key.Id,
            Name = key.Name,
            Role = key.Role,
            CreatedAt = key.CreatedAt,
            ExpiresAt = key.ExpiresAt,
            RevokedAt = key.RevokedAt,
            UsedAt = key.UsedAt,
        };
    }
}
