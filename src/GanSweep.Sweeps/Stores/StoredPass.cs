using GanSweep.Contracts.Access;

namespace GanSweep.Sweeps.Stores;

/// <summary>A link that lets a browser in, or the session of one that is in: its hash, and never its secret.</summary>
/// <param name="Hash">The SHA-256 of its secret, in hexadecimal.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Role">What whoever shows it may do.</param>
/// <param name="Who">Who that is, for the log of who did what.</param>
/// <param name="KeyId">The key that was shown for it, with which it ends; null if there was none.</param>
/// <param name="CreatedAt">When it was made, in UTC.</param>
/// <param name="ExpiresAt">From when on it opens nothing, in UTC.</param>
public sealed record StoredPass(
    string Hash, PassKind Kind, AccessRole Role, string Who, string? KeyId, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
