using System.Collections.Immutable;

namespace GanSweep.Contracts.Access;

/// <summary>Who may come in by HTTP, and who did what there. Key: 0.</summary>
public interface IAccessGrain : IGrainWithIntegerKey
{
    /// <summary>Makes a key: on disk when this returns.</summary>
    /// <exception cref="InvalidKeyRequestException">The role, the name or the lifetime cannot be.</exception>
    [Alias("CreateKey"), AllowedTo(AccessRole.Admin)]
    Task<CreatedKey> CreateKeyAsync(KeyRequest request);

    /// <summary>Every key that was ever made, the first first.</summary>
    [Alias("ListKeys"), AllowedTo(AccessRole.Admin)]
    Task<ImmutableArray<KeySummary>> ListKeysAsync();

    /// <summary>Makes a key open nothing from now on, and ends what was opened with it. One that was revoked before stays so.</summary>
    /// <exception cref="AccessKeyNotFoundException">There is no such key.</exception>
    [Alias("RevokeKey"), AllowedTo(AccessRole.Admin)]
    Task<KeySummary> RevokeKeyAsync(string id);

    /// <summary>Makes a link that lets a browser in once, within minutes.</summary>
    [Alias("CreateLink"), AllowedTo(AccessRole.Admin)]
    Task<LoginLink> CreateLinkAsync(AccessRole role);

    /// <summary>What was done, the latest first.</summary>
    /// <param name="before">The number before which to begin; null for the end.</param>
    /// <param name="count">How many at most, 1 to 1,000.</param>
    [Alias("ReadAudit"), AllowedTo(AccessRole.Admin)]
    Task<ImmutableArray<AuditEntry>> ReadAuditAsync(long? before, int count);
}
