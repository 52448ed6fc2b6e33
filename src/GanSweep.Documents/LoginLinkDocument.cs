namespace GanSweep.Documents;

/// <summary>A link that lets a browser in once, as <c>web</c> prints it.</summary>
public sealed record LoginLinkDocument(Uri Link, DateTimeOffset ExpiresAt);
