using GanSweep.Settings.Models;

namespace GanSweep.Sweeps.Coordination;

/// <summary>The versions of what trains and scores.</summary>
/// <param name="OfSweeps">Part of every sweep's id.</param>
/// <param name="OfRun">That of the engine which a configuration asks for: part of a run's key.</param>
public sealed record EngineVersions(string OfSweeps, Func<Configuration, string> OfRun);
