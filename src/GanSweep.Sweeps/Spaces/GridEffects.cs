using System.Collections.Immutable;
using GanSweep.Settings.Models;
using GanSweep.Tables.Text;

namespace GanSweep.Sweeps.Spaces;

/// <summary>Which cells of a grid are the same training, on so many rows: those whose configurations amount to the same.</summary>
/// <param name="grid">The grid.</param>
/// <param name="rows">Rows that are trained on.</param>
internal sealed class GridEffects(Grid grid, int rows)
{
    private const int MostNamed = 12;

    private readonly Configuration _shared = grid.Base;

    /// <summary>How many different trainings the cells are.</summary>
    public int CountTrainings()
    {
        // Axes that decide on nothing of one another multiply: so a million cells are counted by those that do.
        int count = 1;
        List<GridAxis> left = [.. grid.Axes];
        while (left.Count > 0)
        {
            List<GridAxis> linked = [left[0]];
            left.RemoveAt(0);
            for (int i = 0; i < linked.Count; i++)
            {
                List<GridAxis> more = [.. left.Where(axis => AreLinked(axis.Key, linked[i].Key))];
                linked.AddRange(more);
                left.RemoveAll(more.Contains);
            }

            count *= Combinations([.. linked]).Select(configuration => _shared.Model.EffectiveOf(configuration, rows)).Distinct().Count();
        }

        return count;
    }

    /// <summary>The values that do the same, a sentence for each key and reason: batchSize 64 and 500 are the same: …</summary>
    public IEnumerable<string> Sentences()
    {
        return _shared.Model.EffectRules.SelectMany(Sentences);
    }

    private IEnumerable<string> Sentences(EffectRule rule)
    {
        if (grid.Axes.FirstOrDefault(axis => axis.Key == rule.Key) is not { } axis)
        {
            return [];
        }

        GridAxis[] governing = [.. grid.Axes.Where(other => rule.Governing.Contains(other.Key))];
        return Combinations([.. governing])
            .Select(cell => (Cell: cell, Same: axis.Values.Where(value => rule.Holds(cell.With(axis.Key, value), rows)).ToArray()))
            .Where(found => found.Same.Length > 1)
            .GroupBy(found => (Values: Listed(found.Same.Select(axis.Key.Text)), Reason: rule.Reason(found.Cell, rows)))
            .Select(group => $"{axis.Key} {group.Key.Values} are the same{Where(governing, [.. group.Select(found => found.Cell)])}: {group.Key.Reason}.");
    }

    // Every combination of the values of some axes; the other keys are as in all cells, or have their defaults.
    private IEnumerable<Configuration> Combinations(ImmutableArray<GridAxis> axes)
    {
        Grid part = new(_shared, axes);
        return Enumerable.Range(0, part.Count).Select(part.ConfigurationAt);
    }

    private bool AreLinked(ConfigurationKey one, ConfigurationKey other)
    {
        return _shared.Model.EffectRules.Any(rule => Touches(rule, one) && Touches(rule, other));
    }

    private static bool Touches(EffectRule rule, ConfigurationKey key)
    {
        return rule.Key == key || rule.Governing.Contains(key);
    }

    private static string Where(GridAxis[] governing, Configuration[] cells)
    {
        // Left out where it is so whatever the governing keys are.
        return governing.Length == 0 || cells.Length == governing.Aggregate(1, (count, axis) => count * axis.Count)
            ? ""
            : $" with {Listed(cells.Select(cell => string.Join(" and ", governing.Select(axis => $"{axis.Key} {axis.Key.Text(cell[axis.Key])}"))))}";
    }

    private static string Listed(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length is > 1 and <= MostNamed ? $"{string.Join(", ", all[..^1])} and {all[^1]}" : Listing.Of(all, MostNamed);
    }
}
