using System.Collections.Immutable;
using GanSweep.Evaluation.Holdout;
using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Engines;
using GanSweep.Sweeps.Spaces;
using GanSweep.Tables;

namespace GanSweep.Sweeps.Definitions;

/// <summary>What a sweep and its table settle before anything is trained.</summary>
public static class TableCheck
{
    /// <summary>Checks a table.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="table">The whole table.</param>
    /// <param name="engines">Which rows a configuration can be trained on; that must not hang on two keys of the space together.</param>
    /// <returns>Which values of the space must fail on it, a sentence each.</returns>
    /// <exception cref="InvalidSettingsException">Every run must fail.</exception>
    public static ImmutableArray<string> Check(SweepDefinition sweep, Table table, EngineFacts engines)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(engines);
        Table rows = HoldoutSplit.Of(table, sweep.Holdout).Training;
        Configuration best = sweep.Grid.Base;
        List<string> notes = [];
        SettingErrors errors = new();
        foreach (GridAxis axis in sweep.Grid.Axes)
        {
            List<(object Value, string? Refusal)> tried = [.. axis.Values.Select(value => (value, engines.Refusal(best.With(axis.Key, value), rows)))];
            object? accepted = tried.Find(value => value.Refusal is null).Value;
            if (accepted is null && engines.Refusal(best, rows) is null)
            {
                errors.Add($"$.{SweepSettings.Space}.{axis.Key.Name}", $"no value of it can be trained on this table: {tried[0].Refusal}");
                continue;
            }

            if (accepted is not null)
            {
                notes.AddRange(tried.Where(value => value.Refusal is not null).Select(value => NoteOf(sweep, axis, value.Value, value.Refusal!)));
                best = best.With(axis.Key, accepted);
            }
        }

        errors.ThrowIfAny();
        if (engines.Refusal(best, rows) is { } refusal)
        {
            errors.Add($"$.{SweepSettings.Config}", $"nothing can be trained on this table: {refusal}");
            errors.ThrowIfAny();
        }

        return [.. notes];
    }

    private static string NoteOf(SweepDefinition sweep, GridAxis axis, object value, string refusal)
    {
        return $"{axis.Key.Name} {axis.Key.Text(value)} cannot be trained on this table: {refusal} "
            + $"Its {Amount.Of(sweep.RunCount / axis.Count, "run")} of {sweep.RunCount:N0} will fail.";
    }
}
