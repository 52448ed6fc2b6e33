using System.Collections.Immutable;
using GanSweep.Contracts.Access;
using GanSweep.Grains.Placement;
using GanSweep.Sweeps.Access;
using Orleans.Concurrency;

namespace GanSweep.Grains.Access;

/// <summary>The shell of an <see cref="AccessBook"/>, for consoles elsewhere.</summary>
/// <param name="book">The book, which the coordinator's door asks too.</param>
/// <param name="door">Where that is, if there is one.</param>
[Reentrant]
[CoordinatorPlacement]
internal sealed class AccessGrain(AccessBook book, IEnumerable<IDoorAddress> door) : Grain, IAccessGrain
{
    // Orleans says no more of who calls than that it may.
    private static readonly Actor Console = new("console", "the gateway");

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        return book.LoadAsync();
    }

    /// <inheritdoc/>
    public Task<CreatedKey> CreateKeyAsync(KeyRequest request)
    {
        return book.CreateKeyAsync(request, Console);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<KeySummary>> ListKeysAsync()
    {
        return Task.FromResult(book.Keys.List());
    }

    /// <inheritdoc/>
    public Task<KeySummary> RevokeKeyAsync(string id)
    {
        return book.RevokeKeyAsync(id, Console);
    }

    /// <inheritdoc/>
    public async Task<LoginLink> CreateLinkAsync(AccessRole role)
    {
        return await book.CreateLinkAsync(role, Console) with { Door = door.SingleOrDefault()?.Url };
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<AuditEntry>> ReadAuditAsync(long? before, int count)
    {
        return [.. await book.Log.ReadAsync(before, count)];
    }
}
