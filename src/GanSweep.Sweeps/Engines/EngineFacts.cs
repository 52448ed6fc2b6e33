using GanSweep.Settings.Models;
using GanSweep.Tables;

namespace GanSweep.Sweeps.Engines;

/// <summary>What the core must know of what trains and scores.</summary>
/// <param name="OfRun">The version of the engine which a configuration asks for: part of a run's key.</param>
/// <param name="Refusal">Why no run of a configuration can be trained on these rows, as a sentence; null if it can.</param>
public sealed record EngineFacts(Func<Configuration, string> OfRun, Func<Configuration, Table, string?> Refusal)
{
    /// <summary>The version of the engine that a model has by default: part of a sweep's id, whatever engine its runs ask for.</summary>
    public string OfSweep(ModelDescription model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return OfRun(model.Defaults);
    }
}
