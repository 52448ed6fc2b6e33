using GanSweep.Settings.Models;

namespace GanSweep.Sweeps.Coordination;

/// <summary>The versions of what trains and scores.</summary>
/// <param name="OfRun">That of the engine which a configuration asks for: part of a run's key.</param>
public sealed record EngineVersions(Func<Configuration, string> OfRun)
{
    /// <summary>That of the engine which a model has by default: part of a sweep's id, whatever engine its runs ask for.</summary>
    public string OfSweep(ModelDescription model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return OfRun(model.Defaults);
    }
}
