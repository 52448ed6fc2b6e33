namespace GanSweep.Documents;

/// <summary>What lets a browser in, once.</summary>
/// <param name="Token">The secret, to be put behind <c>#</c> of the address <c>/login</c>.</param>
/// <param name="ExpiresAt">From when on it opens nothing, in UTC.</param>
public sealed record LoginTokenDocument(string Token, DateTimeOffset ExpiresAt);
