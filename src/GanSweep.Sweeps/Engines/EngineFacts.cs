using System.Collections.Immutable;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Rules;

namespace GanSweep.Sweeps.Engines;

/// <summary>What the core must know of what trains and scores.</summary>
/// <param name="OfRun">The version of the engine which a configuration asks for: part of a run's key.</param>
/// <param name="RefusalsOn">Of the rows that are trained on, and the rules that hold in them: why no run of a configuration can be trained on them, as a sentence; null if it can.</param>
public sealed record EngineFacts(Func<Configuration, string> OfRun, Func<Table, ImmutableArray<RowRule>, Func<Configuration, string?>> RefusalsOn)
{
    /// <summary>The version of the engine that a model has by default: part of a sweep's id, whatever engine its runs ask for.</summary>
    public string OfSweep(ModelDescription model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return OfRun(model.Defaults);
    }
}
