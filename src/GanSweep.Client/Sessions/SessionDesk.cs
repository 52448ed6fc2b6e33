using System.Collections.Immutable;
using GanSweep.Contracts.Access;

namespace GanSweep.Client.Sessions;

/// <summary>What a running coordinator says of who may come in.</summary>
/// <param name="session">The way to it.</param>
/// <param name="cancellationToken">Gives up.</param>
internal sealed class SessionDesk(ISweepSession session, CancellationToken cancellationToken) : IAccessDesk
{
    public Task<CreatedKey> CreateKeyAsync(KeyRequest request)
    {
        return session.GetAccess().CreateKeyAsync(request).WaitAsync(cancellationToken);
    }

    public Task<ImmutableArray<KeySummary>> ListKeysAsync()
    {
        return session.GetAccess().ListKeysAsync().WaitAsync(cancellationToken);
    }

    public Task<KeySummary> RevokeKeyAsync(string id)
    {
        return session.GetAccess().RevokeKeyAsync(id).WaitAsync(cancellationToken);
    }

    public Task<LoginLink> CreateLinkAsync(AccessRole role)
    {
        return session.GetAccess().CreateLinkAsync(role).WaitAsync(cancellationToken);
    }

    public Task<ImmutableArray<AuditEntry>> ReadAuditAsync(long? before, int count)
    {
        return session.GetAccess().ReadAuditAsync(before, count).WaitAsync(cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        return session.DisposeAsync();
    }
}
