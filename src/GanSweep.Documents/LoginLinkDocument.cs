namespace GanSweep.Documents;

/// <summary>A link that lets a browser in once, as <c>web</c> prints it.</summary>
/// <param name="Link">The link.</param>
/// <param name="ExpiresAt">From when on it opens nothing, in UTC.</param>
public sealed record LoginLinkDocument(Uri Link, DateTimeOffset ExpiresAt);
