namespace GanSweep.Sweeps.Access;

/// <summary>Who does something, for the log.</summary>
/// <param name="Who">A key's name and id, how somebody logged in, or <c>console</c>.</param>
/// <param name="From">The address from which, or from where else.</param>
public sealed record Actor(string Who, string From);
