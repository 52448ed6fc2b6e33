using System.Collections.Immutable;
using GanSweep.Settings.Models;
using GanSweep.Tables.Text;

namespace GanSweep.Sweeps.Spaces;

/// <summary>Which cells of a alternative are the same training, on such a table: those whose configurations amount to the same.</summary>
/// <param name="alternative">The alternative.</param>
/// <param name="size">How large the table is that is trained on.</param>
internal sealed class AlternativeEffects(Alternative alternative, TrainingSize size)
{
    private const int MostNamed = 12;

    private readonly Configuration _shared = alternative.Base;

    /// <summary>How many different trainings the cells are.</summary>
    public int CountTrainings()
    {
        // Axes that decide on nothing of one another multiply: so a million cells are counted by those that do.
        int count = 1;
        List<Axis> left = [.. alternative.Axes];
        while (left.Count > 0)
        {
            List<Axis> linked = [left[0]];
            left.RemoveAt(0);
            for (int i = 0; i < linked.Count; i++)
            {
                List<Axis> more = [.. left.Where(axis => AreLinked(axis.Key, linked[i].Key))];
                linked.AddRange(more);
                left.RemoveAll(more.Contains);
            }

            count *= Combinations([.. linked]).Select(configuration => alternative.Model.EffectiveOf(configuration, size)).Distinct().Count();
        }

        return count;
    }

    /// <summary>The values that do the same, a sentence for each key and reason: batchSize 64 and 500 are the same: …</summary>
    public IEnumerable<string> Sentences()
    {
        return alternative.Model.EffectRules.SelectMany(Sentences);
    }

    private IEnumerable<string> Sentences(EffectRule rule)
    {
        if (alternative.Axes.FirstOrDefault(axis => axis.Key == rule.Key) is not { } axis)
        {
            return [];
        }

        Axis[] governing = [.. alternative.Axes.Where(other => other != axis && Governs(other.Key, rule))];
        return Combinations([.. governing])
            .SelectMany(cell => SameIn(cell, axis, rule))
            .GroupBy(found => (found.Values, found.Reason))
            .Select(group => $"{axis.Key} {group.Key.Values} are the same{Where(governing, [.. group.Select(found => found.Cell)])}: {group.Key.Reason}.");
    }

    // The values of an axis of which a rule says that they do the same in a cell, by what they do.
    private IEnumerable<(Configuration Cell, string Values, string Reason)> SameIn(Configuration cell, Axis axis, EffectRule rule)
    {
        return axis.Values
            .Select(value => (Value: value, Cell: alternative.Model.FittedTo(cell.With(axis.Key, value), size)))
            .Where(tried => rule.Holds(tried.Cell, size))
            .GroupBy(tried => rule.Representative(tried.Cell, size)!, axis.Key.Comparer)
            .Where(same => same.Count() > 1)
            .Select(same => (cell, Listed(same.Select(tried => axis.Key.Text(tried.Value))), rule.Reason(same.First().Cell, size)));
    }

    // Every combination of the values of some axes; the other keys are as in all cells, or have their defaults.
    private IEnumerable<Configuration> Combinations(ImmutableArray<Axis> axes)
    {
        Alternative part = new(_shared, axes, alternative.Path);
        return Enumerable.Range(0, part.Count).Select(part.ConfigurationAt);
    }

    private bool AreLinked(ConfigurationKey one, ConfigurationKey other)
    {
        return alternative.Model.EffectRules.Any(rule => Touches(rule, one) && Touches(rule, other));
    }

    private bool Touches(EffectRule rule, ConfigurationKey key)
    {
        return rule.Key == key || Governs(key, rule);
    }

    // By itself, or since a key that does is left open, and what that is then hangs on it.
    private bool Governs(ConfigurationKey key, EffectRule rule)
    {
        return rule.Governing.Any(governing => governing == key
            || (IsOpen(governing) && alternative.Model.EffectRules.Any(other => other.Key == governing && other.Governing.Contains(key))));
    }

    private bool IsOpen(ConfigurationKey key)
    {
        return !_shared.Says(key) && !alternative.Varies(key);
    }

    private static string Where(Axis[] governing, Configuration[] cells)
    {
        // Left out where it is so whatever the governing keys are.
        return governing.Length == 0 || cells.Length == governing.Aggregate(1, (count, axis) => count * axis.Count)
            ? ""
            : $" with {Listed(cells.Select(cell => string.Join(" and ", governing.Select(axis => $"{axis.Key} {axis.Key.Text(cell[axis.Key]!)}"))))}";
    }

    private static string Listed(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length is > 1 and <= MostNamed ? $"{string.Join(", ", all[..^1])} and {all[^1]}" : Listing.Of(all, MostNamed);
    }
}
