using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Web.Access;

/// <summary>Who asks.</summary>
/// <param name="Kind">How they came in.</param>
/// <param name="Who">Who it is, for people.</param>
/// <param name="Role">What they may do.</param>
/// <param name="KeyId">The key, if they show one.</param>
/// <param name="Session">The session, if they logged in.</param>
internal sealed record Caller(CallerKind Kind, string Who, AccessRole Role, string? KeyId = null, StoredPass? Session = null);
