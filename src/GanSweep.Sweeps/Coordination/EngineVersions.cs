namespace GanSweep.Sweeps.Coordination;

/// <summary>The versions of what trains and scores.</summary>
/// <param name="OfSweeps">Part of every sweep's id.</param>
/// <param name="OfRuns">Part of the run keys of this coordinator.</param>
public sealed record EngineVersions(string OfSweeps, string OfRuns);
