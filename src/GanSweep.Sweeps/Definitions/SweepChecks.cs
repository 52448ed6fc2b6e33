using System.Numerics;
using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Ranking;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Definitions;

/// <summary>What no value alone can tell: checks across the parts of a sweep.json.</summary>
internal static class SweepChecks
{
    // What no value of a key changes, no size of the table does.
    private static readonly TrainingSize AnySize = new(1, 1);

    public static void CheckSeeds(SweepDefinition sweep, SettingErrors errors)
    {
        if (sweep.Seed + sweep.Plan.Seeds - 1 > SweepSettings.MaximumSeed)
        {
            errors.Add(
                "$.seed",
                $"the last of {sweep.Plan.Seeds:N0} {(sweep.Plan.Learns ? "seeds" : "replicates")} would have a seed above {SweepSettings.MaximumSeed:N0}; lower \"seed\".");
        }
    }

    public static void CheckWeights(ScoreWeights weights, bool hasSequence, SettingErrors errors)
    {
        if (Score.All.Where(score => hasSequence || !score.NeedsSequence).All(score => weights[score] == 0))
        {
            errors.Add("$.ranking.weights", "all weights are 0; at least one must be above 0.");
        }
    }

    public static void CheckLimits(SweepDefinition sweep, SettingErrors errors)
    {
        foreach (ScoreLimit limit in sweep.Limits)
        {
            string path = $"$.ranking.limits.{limit.Score}";
            if (limit is { Minimum: null, Maximum: null })
            {
                errors.Add(path, "a limit needs \"min\", \"max\" or both.");
            }
            else if (limit.Minimum > limit.Maximum)
            {
                errors.Add(path, $"no value is both at least {limit.Minimum} and at most {limit.Maximum}.");
            }
            else if (sweep.Holdout == 0 && limit.Score.NeedsHoldout)
            {
                errors.Add(path, "there is no such score without held-out rows; set \"holdout\", to 0.2 say, or remove the limit.");
            }
        }
    }

    /// <summary>Reports a target that nothing can be told of, and what hangs on one that is not there.</summary>
    public static void CheckTarget(SweepDefinition sweep, SettingErrors errors)
    {
        if (sweep.Target is not null && sweep.Holdout == 0)
        {
            errors.Add("$.target", "it is told of held-out rows, and there are none; set \"holdout\", to 0.2 say, or remove \"target\".");
        }

        if (sweep.Target is null)
        {
            const string Missing = "there is no such score without a target; set \"target\" to the name of a column, or remove this.";
            foreach (Score score in Score.All.Where(score => score.NeedsTarget && sweep.Weights[score] > 0))
            {
                errors.Add($"$.ranking.weights.{score}", Missing);
            }

            foreach (ScoreLimit limit in sweep.Limits.Where(limit => limit.Score.NeedsTarget && sweep.Holdout > 0))
            {
                errors.Add($"$.ranking.limits.{limit.Score}", Missing);
            }
        }
    }

    /// <summary>Reports what hangs on a sequence that is not there.</summary>
    public static void CheckSequence(SweepDefinition sweep, SettingErrors errors)
    {
        if (sweep.Sequence is { } sequence)
        {
            if (sequence.Blocks > 1 && sweep.Holdout == 0)
            {
                errors.Add($"$.sequence.{SequenceSettings.Blocks.Name}", "no rows are held out; set \"holdout\", to 0.2 say, or remove this.");
            }

            return;
        }

        const string Missing = "there is no such score where rows do not follow each other; say how they do in \"sequence\", or remove this.";
        foreach (Score score in Score.All.Where(score => score.NeedsSequence && sweep.Weights[score] != ScoreWeights.Default[score]))
        {
            errors.Add($"$.ranking.weights.{score}", Missing);
        }

        foreach (ScoreLimit limit in sweep.Limits.Where(limit => limit.Score.NeedsSequence))
        {
            errors.Add($"$.ranking.limits.{limit.Score}", Missing);
        }
    }

    /// <summary>Reports windows of models that are shown nothing.</summary>
    public static void CheckWindows(SweepDefinition sweep, SettingErrors errors)
    {
        foreach (string path in sweep.Sequence is null ? WindowsOf(sweep.Alternatives).Select(window => window.Path).Distinct() : [])
        {
            errors.Add(path, "it is of rows that follow each other; say how they do in \"sequence\", or remove this.");
        }
    }

    /// <summary>The most rows that models are shown by each list or value of "window", and where sweep.json says so.</summary>
    public static IEnumerable<(string Path, int Most)> WindowsOf(Alternatives alternatives)
    {
        return alternatives.Items
            .Where(alternative => alternative.Model.Keys.Contains(LoopKeys.Window) && !alternative.ValuesOf(LoopKeys.Window).IsEmpty)
            .Select(alternative => (PathOf(alternative, LoopKeys.Window), alternative.ValuesOf(LoopKeys.Window).Max(value => (int)value)));
    }

    /// <summary>Reports a length that is told twice.</summary>
    public static void CheckLength(Alternatives alternatives, SettingErrors errors)
    {
        foreach (Alternative alternative in alternatives.Items)
        {
            ConfigurationKey[] lengths = [.. new ConfigurationKey[] { LoopKeys.Epochs, LoopKeys.Steps }.Where(key => alternative.Model.Keys.Contains(key) && !alternative.ValuesOf(key).IsEmpty)];
            if (lengths.Length > 1)
            {
                errors.Add(PathOf(alternative, LoopKeys.Steps), $"\"{LoopKeys.Epochs}\" tells the length too; keep one of the two.");
            }
        }
    }

    /// <summary>
    /// Reports options that no run of the sweep would use. An option that some runs use is right, since a alternative crosses every loss with
    /// every value, and "config" is for all alternatives; so is one that says its default, or that it is off.
    /// </summary>
    public static void CheckEffects(Alternatives alternatives, KeyDefaults defaults, SettingErrors errors)
    {
        var said = alternatives.Items.SelectMany(alternative => SaidEffects(alternative, alternative.Model.DefaultsAsOf(defaults)));
        foreach (var option in said.GroupBy(effect => (effect.Path, effect.Governing)).Where(option => option.All(effect => effect.Complaint is not null)))
        {
            errors.Add(option.Key.Path, option.First().Complaint!);
        }
    }

    // Where options are said of which a rule says when they do nothing, and the complaint where they do nothing in all cells of a alternative.
    private static IEnumerable<(string Path, string Governing, string? Complaint)> SaidEffects(Alternative alternative, Configuration defaults)
    {
        Configuration shared = alternative.Base;
        foreach (EffectRule rule in shared.Model.EffectRules.Where(rule => rule.Remedy is not null))
        {
            bool said = alternative.ValuesOf(rule.Key).Any(value => !rule.Key.AreSame(value, defaults[rule.Key]) && !rule.Key.AreSame(value, rule.Off));
            ConfigurationKey governing = rule.Governing.Single();
            if (said)
            {
                bool unused = alternative.ValuesOf(governing).All(value => rule.Holds(shared.With(governing, value), AnySize));
                yield return (PathOf(alternative, rule.Key), governing.Name, unused ? $"has no effect in any run: {rule.Reason(shared, AnySize)}; {rule.Remedy}." : null);
            }
        }
    }

    private static string PathOf(Alternative alternative, ConfigurationKey key)
    {
        return alternative.Varies(key) ? $"{alternative.Path}.{key}" : $"$.{SweepSettings.Config}.{key}";
    }
}
