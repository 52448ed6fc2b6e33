using System.Collections.Immutable;
using GanSweep.Contracts.Access;

namespace GanSweep.Client.Sessions;

/// <summary>Who may come in by HTTP, and who did what there: of a running coordinator, or of a data folder. Open until disposed.</summary>
internal interface IAccessDesk : IAsyncDisposable
{
    /// <inheritdoc cref="IAccessGrain.CreateKeyAsync"/>
    Task<CreatedKey> CreateKeyAsync(KeyRequest request);

    /// <inheritdoc cref="IAccessGrain.ListKeysAsync"/>
    Task<ImmutableArray<KeySummary>> ListKeysAsync();

    /// <inheritdoc cref="IAccessGrain.RevokeKeyAsync"/>
    Task<KeySummary> RevokeKeyAsync(string id);

    /// <inheritdoc cref="IAccessGrain.CreateLinkAsync"/>
    Task<LoginLink> CreateLinkAsync(AccessRole role);

    /// <inheritdoc cref="IAccessGrain.ReadAuditAsync"/>
    Task<ImmutableArray<AuditEntry>> ReadAuditAsync(long? before, int count);
}
