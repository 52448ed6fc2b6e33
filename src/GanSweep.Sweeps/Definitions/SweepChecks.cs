using System.Numerics;
using GanSweep.Contracts.Configurations;
using GanSweep.Contracts.Scores;
using GanSweep.Sweeps.Json;
using GanSweep.Sweeps.Ranking;
using GanSweep.Sweeps.Settings;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Definitions;

/// <summary>What no value alone can tell: checks across the parts of a sweep.json.</summary>
internal static class SweepChecks
{
    public static void CheckRunCount(SweepDefinition sweep, SweepErrors errors)
    {
        BigInteger runs = sweep.Grid.CellCount * sweep.Replicates;
        if (runs > SweepDefinition.MaximumRuns)
        {
            var factors = sweep.Grid.Axes.Select(axis => $"{axis.Count:N0} {axis.Key}").Append($"{sweep.Replicates:N0} replicates");
            string product = string.Join(" × ", factors);
            errors.Add("$.space", $"{product} = {runs:N0} runs; at most {SweepDefinition.MaximumRuns:N0} are allowed.");
        }
    }

    public static void CheckSeeds(SweepDefinition sweep, SweepErrors errors)
    {
        if (sweep.Seed + sweep.Replicates - 1 > SweepSettings.MaximumSeed)
        {
            errors.Add(
                "$.seed",
                $"the last of {sweep.Replicates:N0} replicates would have a seed above {SweepSettings.MaximumSeed:N0}; lower \"seed\".");
        }
    }

    public static void CheckWeights(ScoreWeights weights, SweepErrors errors)
    {
        if (Score.All.All(score => weights[score] == 0))
        {
            errors.Add("$.ranking.weights", "all weights are 0; at least one must be above 0.");
        }
    }

    public static void CheckLimits(SweepDefinition sweep, SweepErrors errors)
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

    /// <summary>
    /// Reports options that no run of the sweep would use. An option that some runs use is right, since a grid crosses every loss with
    /// every value; so is one that says its default.
    /// </summary>
    public static void CheckEffects(Grid grid, SweepErrors errors)
    {
        var losses = grid.ValuesOf(ConfigurationKeys.Loss);
        if (losses.All(loss => loss == GanLoss.WassersteinGp))
        {
            const string Reason = "wassersteinGp, the only loss here, has no labels; remove the key or add a loss";
            CheckIsDefault(grid, ConfigurationKeys.LabelSmoothing, Reason, errors);
            CheckIsDefault(
                grid, ConfigurationKeys.R1Penalty, "wassersteinGp, the only loss here, has a penalty of its own; remove the key or add a loss", errors);
        }

        if (!losses.Contains(GanLoss.WassersteinGp))
        {
            const string Reason = "only wassersteinGp uses it; remove the key or add that loss";
            CheckIsDefault(grid, ConfigurationKeys.GradientPenalty, Reason, errors);
        }
    }

    private static void CheckIsDefault(Grid grid, ConfigurationKey<double> key, string reason, SweepErrors errors)
    {
        if (grid.ValuesOf(key).Any(value => value != key.Setting.Default))
        {
            string section = grid.Axes.Any(axis => axis.Key == key.Name) ? SweepSettings.Space : SweepSettings.Config;
            errors.Add($"$.{section}.{key.Name}", $"has no effect in any run: {reason}.");
        }
    }
}
