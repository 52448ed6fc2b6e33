using System.Collections.Immutable;
using GanSweep.Evaluation.Holdout;
using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Engines;
using GanSweep.Sweeps.Spaces;
using GanSweep.Tables;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Text;

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
        SettingErrors errors = new();
        if (sweep.Target is { } target && TargetRefusal(target, table) is { } noTarget)
        {
            errors.Add($"$.{SweepSettings.Target.Name}", noTarget);
        }

        foreach ((int rule, string fault) in RuleCheck.Faults(sweep.Rules, table))
        {
            errors.Add($"$.{SweepSettings.Rules}[{rule}]", fault);
        }

        errors.ThrowIfAny();

        Func<Configuration, string?> onAllRows = engines.RefusalsOn(table, sweep.Rules);
        Lazy<Func<Configuration, string?>> onTrainingRows = new(() => engines.RefusalsOn(HoldoutSplit.Of(table, sweep.Holdout).Training, sweep.Rules));

        // What all rows allow a part of them does, and to divide a large table takes longer than to look at it. Rules are fitted to the part: it may be learnt otherwise.
        string? Refusal(Configuration configuration)
        {
            return sweep.Rules.IsEmpty && onAllRows(configuration) is null ? null : onTrainingRows.Value(configuration);
        }

        GridVerdict[] verdicts = [.. sweep.Alternatives.Grids.Select(grid => Judge(sweep, grid, Refusal))];
        if (verdicts.All(verdict => verdict.Errors.Count > 0))
        {
            foreach (SettingError error in verdicts.SelectMany(verdict => verdict.Errors))
            {
                errors.Add(error.Path, error.Message);
            }

            errors.ThrowIfAny();
        }

        return [.. verdicts.SelectMany(verdict => verdict.Notes.Concat(verdict.Errors.Select(error => NoteOf(sweep, verdict.Grid, error))))];
    }

    /// <summary>Why a column cannot be a target, as a sentence; null if it can.</summary>
    /// <param name="target">Its name.</param>
    /// <param name="table">The table.</param>
    public static string? TargetRefusal(string target, Table table)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(table);
        if (table.ColumnNames.Contains(target))
        {
            return null;
        }

        // Of the file's columns those are no part of the table that only tell rows apart or are left out.
        string columns = $"Its columns are {Listing.Of([.. table.ColumnNames.Select(name => $"\"{name}\"")], 20)}.";
        return table.Form.Columns.Any(column => column.Name == target)
            ? $"the column \"{target}\" is no part of the table, since it is an id or left out: no model learns it. {columns}"
            : $"the table has no column \"{Unprintable.Escaped(target)}\"{NearMiss.Hint(target, [.. table.ColumnNames])} {columns}";
    }

    // Which values of a grid must fail; an error where all do.
    private static GridVerdict Judge(SweepDefinition sweep, Grid grid, Func<Configuration, string?> refusalOf)
    {
        Configuration best = grid.Base;
        List<SettingError> errors = [];
        List<string> notes = [];
        foreach (GridAxis axis in grid.Axes)
        {
            List<(object Value, string? Refusal)> tried = [.. axis.Values.Select(value => (value, refusalOf(best.With(axis.Key, value))))];
            object? accepted = tried.Find(value => value.Refusal is null).Value;
            if (accepted is null && refusalOf(best) is null)
            {
                errors.Add(new SettingError($"{grid.Path}.{axis.Key.Name}", $"no value of it can be trained on this table: {tried[0].Refusal}"));
                continue;
            }

            if (accepted is not null)
            {
                notes.AddRange(tried.Where(value => value.Refusal is not null).Select(value => NoteOf(sweep, grid, axis, value.Value, value.Refusal!)));
                best = best.With(axis.Key, accepted);
            }
        }

        if (errors.Count == 0 && refusalOf(best) is { } refusal)
        {
            errors.Add(new SettingError($"$.{SweepSettings.Config}", $"nothing can be trained on this table: {refusal}"));
        }

        return new GridVerdict(grid, errors, notes);
    }

    private static string NoteOf(SweepDefinition sweep, Grid grid, GridAxis axis, object value, string refusal)
    {
        return $"{Prefix(sweep, grid)}{axis.Key.Name} {axis.Key.Text(value)} cannot be trained on this table: {refusal} {WillFail(sweep, grid.Count / axis.Count)}";
    }

    private static string NoteOf(SweepDefinition sweep, Grid grid, SettingError error)
    {
        return $"{Prefix(sweep, grid)}{error.Message} {WillFail(sweep, grid.Count)}";
    }

    private static string Prefix(SweepDefinition sweep, Grid grid)
    {
        return sweep.Alternatives.NameOf(grid) is { Length: > 0 } name ? $"{name}: " : "";
    }

    private static string WillFail(SweepDefinition sweep, int cells)
    {
        return $"Its {Amount.Of(sweep.RunCount / sweep.Alternatives.Count * cells, "run")} of {sweep.RunCount:N0} will fail.";
    }

    private sealed record GridVerdict(Grid Grid, List<SettingError> Errors, List<string> Notes);
}
