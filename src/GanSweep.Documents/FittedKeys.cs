using System.Collections.Immutable;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Spaces;
using GanSweep.Tables;

namespace GanSweep.Documents;

/// <summary>The keys that sweep.json leaves out and that are fitted to the table, in the first run of an alternative.</summary>
/// <param name="Alternative">The alternative.</param>
/// <param name="Values">Each key, and what it is on the table.</param>
public sealed record FittedKeys(Alternative Alternative, ImmutableArray<(ConfigurationKey Key, object Value)> Values)
{
    /// <summary>Those of a sweep's alternatives.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="table">How large its table is.</param>
    public static IEnumerable<FittedKeys> Of(SweepDefinition sweep, TableSize table)
    {
        return sweep.Alternatives.Items.Select(alternative => Of(alternative, sweep.TrainingSizeOf(table)));
    }

    private static FittedKeys Of(Alternative alternative, TrainingSize size)
    {
        Configuration said = alternative.ConfigurationAt(0);
        Configuration fitted = alternative.Model.FittedTo(said, size);
        return new FittedKeys(alternative, [.. alternative.Model.Keys.Where(key => !said.Says(key) && fitted.Says(key)).Select(key => (key, fitted[key]!))]);
    }
}
