using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables;

namespace GanSweep.Client.Documents;

/// <summary>A key that sweep.json leaves out and that is fitted to the table.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">What it is on the table.</param>
internal sealed record FittedKey(ConfigurationKey Key, object Value)
{
    /// <summary>Those of the first run of a sweep.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="table">How large its table is.</param>
    public static IEnumerable<FittedKey> Of(SweepDefinition sweep, TableSize table)
    {
        Configuration said = sweep.ConfigurationOf(1);
        Configuration fitted = sweep.FittedConfigurationOf(1, table);
        return sweep.Model.Keys.Where(key => !said.Says(key) && fitted.Says(key)).Select(key => new FittedKey(key, fitted[key]!));
    }
}
