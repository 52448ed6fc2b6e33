using System.Collections.Immutable;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;

namespace GanSweep.Training.Loop;

/// <summary>What rows and configuration settle before anything is trained. Each transform is tried once.</summary>
/// <param name="rows">The rows that are trained on.</param>
/// <param name="rules">What holds in each of them.</param>
public sealed class TrainingChecks(Table rows, ImmutableArray<RowRule> rules)
{
    private readonly Lazy<(RuledTable Rules, Table Table)> _learnt = new(() => (RuledTable.Fit(rules, rows, minimumCount: 1, out Table learnt), learnt));
    private readonly Dictionary<TransformKind, string?> _refusals = [];

    /// <summary>Why no run of a configuration can be trained on the rows, as a sentence; null if it can.</summary>
    /// <param name="family">The family.</param>
    /// <param name="configuration">One of its configurations.</param>
    public string? Refusal(IModelFamily family, Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(family);
        TransformKind kind = family.TransformOf(configuration);
        return _refusals.TryGetValue(kind, out string? known) ? known : _refusals[kind] = RefusalOf(kind);
    }

    private string? RefusalOf(TransformKind kind)
    {
        try
        {
            TableTransform.Demand(kind, _learnt.Value.Rules, _learnt.Value.Table);
            return null;
        }
        catch (TransformException refusal)
        {
            return refusal.Message;
        }
    }
}
