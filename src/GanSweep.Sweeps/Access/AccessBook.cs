using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Access;

/// <summary>Who may come in by HTTP, and who did what there: what the store of a coordinator, or of a data folder at rest, says of it.</summary>
public sealed class AccessBook : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private bool _isLoaded;

    /// <summary>A book of which nothing is read yet.</summary>
    /// <param name="store">The store.</param>
    /// <param name="time">The clock.</param>
    public AccessBook(IAccessStore store, TimeProvider time)
    {
        Keys = new KeyBook(store, time);
        Passes = new PassBook(store, Keys, time);
        Log = new AuditLog(store, time);
    }

    /// <summary>The keys.</summary>
    public KeyBook Keys { get; }

    /// <summary>Links and sessions.</summary>
    public PassBook Passes { get; }

    /// <summary>The log.</summary>
    public AuditLog Log { get; }

    /// <summary>Reads what the store has, once: before anybody is let in.</summary>
    public async Task LoadAsync()
    {
        await _loading.WaitAsync();
        try
        {
            if (!_isLoaded)
            {
                await Keys.LoadAsync();
                await Passes.LoadAsync();
                _isLoaded = true;
            }
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Makes a key.</summary>
    /// <param name="request">What it is to be.</param>
    /// <param name="actor">Who asks for it.</param>
    /// <exception cref="InvalidKeyRequestException">The role, the name or the lifetime cannot be.</exception>
    public async Task<CreatedKey> CreateKeyAsync(KeyRequest request, Actor actor)
    {
        CreatedKey created = await Keys.CreateAsync(request);
        await Log.AppendAsync(actor, "created a key", detail: Describe(created.Summary));
        return created;
    }

    /// <summary>Makes a key open nothing from now on, and ends what was opened with it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="actor">Who asks for it.</param>
    /// <exception cref="AccessKeyNotFoundException">There is no such key.</exception>
    public async Task<KeySummary> RevokeKeyAsync(string id, Actor actor)
    {
        KeySummary revoked = await Keys.RevokeAsync(id);
        await Passes.EndAllOfAsync(id);
        await Log.AppendAsync(actor, "revoked a key", detail: Describe(revoked));
        return revoked;
    }

    /// <summary>Makes a link that lets a browser in once.</summary>
    /// <param name="role">What whoever uses it may do.</param>
    /// <param name="actor">Who asks for it.</param>
    public async Task<LoginLink> CreateLinkAsync(AccessRole role, Actor actor)
    {
        if (!Enum.IsDefined(role))
        {
            throw new InvalidKeyRequestException($"The role {role} is none; a link is for a reader, an operator or an admin.");
        }

        LoginLink link = await Passes.CreateLinkAsync(role, $"a link of {actor.Who}");
        await Log.AppendAsync(actor, "created a link", detail: Word(role));
        return link;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Keys.Dispose();
        _loading.Dispose();
    }

    private static string Describe(KeySummary key)
    {
        return $"{key.Name} ({key.Id}), {Word(key.Role)}";
    }

    private static string Word(AccessRole role)
    {
        return role.ToString().ToLowerInvariant();
    }
}
