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
    /// <summary>The versions of the engines that a sweep's models have by default: part of its id, whatever engines its runs ask for.</summary>
    public string OfSweep(IEnumerable<ModelDescription> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return string.Join(' ', models.Select(model => OfRun(model.Defaults)).Distinct());
    }
}
