using GanSweep.Contracts.Access;

namespace GanSweep.Sweeps.Stores;

/// <summary>A key as it is stored: its hash, and never its secret.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Role">What its holder may do.</param>
/// <param name="Hash">The SHA-256 of its secret, in hexadecimal.</param>
/// <param name="CreatedAt">When it was made, in UTC.</param>
/// <param name="ExpiresAt">From when on it opens nothing, in UTC; null if it does until it is revoked.</param>
/// <param name="RevokedAt">When it was revoked, in UTC; null if it was not.</param>
/// <param name="UsedAt">When it last opened something, in UTC; null if it never did.</param>
public sealed record StoredKey(
    string Id,
    string Name,
    AccessRole Role,
    string Hash,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt = null,
    DateTimeOffset? RevokedAt = null,
    DateTimeOffset? UsedAt = null);
