using System.Collections.Immutable;
using GanSweep.Evaluation.Holdout;
using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Engines;
using GanSweep.Sweeps.Spaces;
using GanSweep.Sweeps.Strategies;
using GanSweep.Tables;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Text;

namespace GanSweep.Sweeps.Definitions;

/// <summary>What a sweep and its table settle before anything is trained.</summary>
public static class TableCheck
{
    private const double LeastOfBlocks = 0.25;

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
        else if (sweep.Target is { } told && sweep.Sequence is { IsFileOrder: false } order && order.By == told)
        {
            errors.Add($"$.{SweepSettings.Target.Name}", $"the column \"{Unprintable.Escaped(told)}\" is that of \"by\" in \"sequence\": it says when rows are and is not learnt. Name another, or leave \"target\" out.");
        }

        foreach ((int rule, string fault) in RuleCheck.Faults(sweep.Rules, table))
        {
            errors.Add($"$.{SweepSettings.Rules}[{rule}]", fault);
        }

        foreach ((int rule, string? refusal) in sweep.Sequence is { } known ? sweep.Rules.Select((ruled, index) => (index, ClockRule.Refusal(ruled, known))) : [])
        {
            if (refusal is not null)
            {
                errors.Add($"$.{SweepSettings.Rules}[{rule}]", refusal);
            }
        }

        foreach ((SequenceKey key, string fault) in sweep.Sequence is { } sequence ? SequenceCheck.Faults(sequence, table) : [])
        {
            errors.Add($"$.{SweepSettings.Sequence}.{NameOf(key)}", fault);
        }

        foreach ((string path, int window) in sweep.Sequence is { } shown ? SweepChecks.WindowsOf(sweep.Alternatives).Where(window => window.Most > shown.Window) : [])
        {
            if (SequenceCheck.Faults(sweep.Sequence! with { Window = window }, table).FirstOrDefault(fault => fault.Key == SequenceKey.Window) is { Fault: { } few })
            {
                errors.Add(path, few);
            }
        }

        errors.ThrowIfAny();
        if (sweep.Sequence is { Blocks: > 1 } divided && BlocksFault(divided, sweep.Holdout, table) is { } noRows)
        {
            errors.Add($"$.{SweepSettings.Sequence}.{SequenceSettings.Blocks.Name}", noRows);
        }

        errors.ThrowIfAny();

        ImmutableArray<RowRule> rules = ClockRule.With(sweep.Rules, sweep.Sequence);
        Func<Configuration, string?> onAllRows = engines.RefusalsOn(table, rules);
        Lazy<Func<Configuration, string?>> onTrainingRows = new(() => engines.RefusalsOn(HoldoutSplit.Of(table, sweep.Holdout, sweep.Sequence).Training, rules));

        // What all rows allow a part of them does, and to divide a large table takes longer than to look at it. Rules are fitted to the part: it may be learnt otherwise.
        string? Refusal(Configuration configuration)
        {
            return sweep.Rules.IsEmpty && onAllRows(configuration) is null ? null : onTrainingRows.Value(configuration);
        }

        Verdict[] verdicts = [.. sweep.Alternatives.Items.Select(alternative => Judge(sweep, alternative, Refusal))];
        if (verdicts.All(verdict => verdict.Errors.Count > 0))
        {
            foreach (SettingError error in verdicts.SelectMany(verdict => verdict.Errors))
            {
                errors.Add(error.Path, error.Message);
            }

            errors.ThrowIfAny();
        }

        return [.. verdicts.SelectMany(verdict => verdict.Notes.Concat(verdict.Errors.Select(error => NoteOf(sweep, verdict.Alternative, error))))];
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

    // Blocks of which gaps take the most are no holdout that was asked for.
    private static string? BlocksFault(RowSequence sequence, double holdout, Table table)
    {
        int asked = HoldoutSplit.CountOf(table.RowCount, holdout);
        int heldOut = HoldoutSplit.Of(table, holdout, sequence).HeldOut?.RowCount ?? 0;
        return heldOut >= asked * LeastOfBlocks ? null
            : $"of the {Amount.Of(asked, "row")} of {sequence.Blocks:N0} blocks in each series {heldOut:N0} would be left, since {Amount.Of(sequence.Window, "row")} at either end of each, as many as the window has, are not held out; "
                + "take fewer blocks, a smaller \"window\" or a larger \"holdout\".";
    }

    private static string NameOf(SequenceKey key)
    {
        return key switch
        {
            SequenceKey.By => SequenceSettings.By.Name,
            SequenceKey.Group => SequenceSettings.Group.Name,
            _ => SequenceSettings.Window.Name,
        };
    }

    // Which values of a alternative must fail; an error where all do.
    private static Verdict Judge(SweepDefinition sweep, Alternative alternative, Func<Configuration, string?> refusalOf)
    {
        Configuration best = alternative.Base;
        List<SettingError> errors = [];
        List<string> notes = [];
        foreach (Axis axis in alternative.Axes)
        {
            List<(object Value, string? Refusal)> tried = [.. axis.Values.Select(value => (value, refusalOf(best.With(axis.Key, value))))];
            object? accepted = tried.Find(value => value.Refusal is null).Value;
            if (accepted is null && refusalOf(best) is null)
            {
                errors.Add(new SettingError($"{alternative.Path}.{axis.Key.Name}", $"no value of it can be trained on this table: {tried[0].Refusal}"));
                continue;
            }

            if (accepted is not null)
            {
                notes.AddRange(tried.Where(value => value.Refusal is not null).Select(value => NoteOf(sweep, alternative, axis, value.Value, value.Refusal!)));
                best = best.With(axis.Key, accepted);
            }
        }

        if (errors.Count == 0 && refusalOf(best) is { } refusal)
        {
            errors.Add(new SettingError($"$.{SweepSettings.Config}", $"nothing can be trained on this table: {refusal}"));
        }

        return new Verdict(alternative, errors, notes);
    }

    private static string NoteOf(SweepDefinition sweep, Alternative alternative, Axis axis, object value, string refusal)
    {
        return $"{Prefix(sweep, alternative)}{axis.Key.Name} {axis.Key.Text(value)} cannot be trained on this table: {refusal} {WillFail(sweep, alternative, axis)}";
    }

    private static string NoteOf(SweepDefinition sweep, Alternative alternative, SettingError error)
    {
        return $"{Prefix(sweep, alternative)}{error.Message} {WillFail(sweep, alternative)}";
    }

    private static string Prefix(SweepDefinition sweep, Alternative alternative)
    {
        return sweep.Alternatives.NameOf(alternative) is { Length: > 0 } name ? $"{name}: " : "";
    }

    private static string WillFail(SweepDefinition sweep, Alternative alternative, Axis? axis = null)
    {
        if (sweep.Strategy is not GridStrategy)
        {
            return "Runs with it will fail.";
        }

        int cells = alternative.Count / (axis?.Count ?? 1);
        return $"Its {Amount.Of(sweep.RunCount / sweep.Alternatives.Count * cells, "run")} of {sweep.RunCount:N0} will fail.";
    }

    private sealed record Verdict(Alternative Alternative, List<SettingError> Errors, List<string> Notes);
}
