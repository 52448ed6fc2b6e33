using System.Numerics;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Scheduling.Plans;
using GanSweep.Sweeps.Spaces;
using GanSweep.Sweeps.Strategies;

namespace GanSweep.Sweeps.Definitions;

/// <summary>What the strategy, the space and the plan of a search say together.</summary>
internal static class SearchChecks
{
    private const string Space = $"$.{SweepSettings.Space}";

    /// <summary>Reports what does not go together, and too many runs.</summary>
    public static void Check(SweepDefinition sweep, SettingErrors errors)
    {
        if (sweep.Strategy is GridStrategy)
        {
            CheckGrid(sweep, errors);
        }
        else if (sweep.Alternatives.Items is [var only] && only.Axes.All(axis => axis.Count == 1))
        {
            errors.Add(Space, $"there is nothing to search: list several values of a key, or give its range. \"{sweep.Strategy}\" would try one configuration again and again.");
        }

        (BigInteger configurations, string product) = sweep.Strategy.Size(sweep.Alternatives);
        BigInteger runs = configurations > SweepDefinition.MaximumRuns ? configurations * sweep.Plan.Replicates : sweep.Plan.RunsOf((int)configurations);
        if (runs > SweepDefinition.MaximumRuns)
        {
            string seeds = sweep.Plan.Learns ? "on all rungs" : $"× {sweep.Plan.Replicates:N0} replicates";
            errors.Add(sweep.Strategy is GridStrategy ? Space : $"$.{SweepSettings.Strategy.Name}", $"{product} {seeds} = {runs:N0} runs; at most {SweepDefinition.MaximumRuns:N0} are allowed.");
        }
        else if (!sweep.Plan.Enqueued.IsEmpty && sweep.Plan.Enqueued.Length > configurations)
        {
            errors.Add($"$.{SearchSettings.Enqueue}", $"{sweep.Plan.Enqueued.Length:N0} configurations are to be tried first, and {configurations:N0} in all; raise \"configurations\".");
        }
        else if (sweep.Plan.Rungs.Length > 1 && sweep.Plan.PlacesOf(sweep.Plan.Rungs.Length - 1, (int)configurations) == 0)
        {
            CheckPlaces(sweep.Plan, (int)configurations, errors);
        }
    }

    private static void CheckGrid(SweepDefinition sweep, SettingErrors errors)
    {
        foreach (Alternative alternative in sweep.Alternatives.Items)
        {
            foreach (Axis axis in alternative.Axes.Where(axis => axis.Range is not null))
            {
                errors.Add(
                    $"{alternative.Path}.{axis.Key}",
                    "a grid tries every value, and of a range there is no list; list the values, or let a search draw them: "
                    + $"\"{SweepSettings.Strategy.Name}\": {new TpeStrategy().Example}.");
            }
        }

        if (!sweep.Plan.Enqueued.IsEmpty)
        {
            errors.Add($"$.{SearchSettings.Enqueue}", "a grid tries every combination, in its order; remove the key, or choose another \"strategy\".");
        }
    }

    private static void CheckPlaces(SearchPlan plan, int configurations, SettingErrors errors)
    {
        string section = plan.Rungs.Any(rung => rung.Share < 1) ? SearchSettings.Halving : SearchSettings.Racing;
        int[] places = [.. Enumerable.Range(0, plan.Rungs.Length).Select(rung => plan.PlacesOf(rung, configurations))];
        errors.Add(
            $"$.{section}.{SearchSettings.Keep.Name}",
            $"of {configurations:N0} configurations {string.Join(", ", places.Skip(1))} would come to the next rungs, so none is ever through all; raise it, or try more configurations.");
    }
}
