namespace GanSweep.Web.Api;

/// <summary>What a new key is to be: <c>{"role": "operator", "name": "ann", "expires": "30d"}</c>.</summary>
/// <param name="Role">reader, operator or admin.</param>
/// <param name="Name">Whose it is; null for its id.</param>
/// <param name="Expires">How long it is good for; null until it is revoked.</param>
internal sealed record KeyBody(string? Role, string? Name = null, string? Expires = null);
