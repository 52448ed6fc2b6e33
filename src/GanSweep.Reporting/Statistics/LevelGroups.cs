using System.Collections.Immutable;
using GanSweep.Reporting.Html;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Reporting.Statistics;

/// <summary>
/// A column in a few groups, the same of both tables: words by their most frequent real levels, numbers and dates by their real values, or where these
/// are many by the real quantiles.
/// </summary>
internal sealed class LevelGroups
{
    private readonly Func<double, int> _groupOf;

    private LevelGroups(ImmutableArray<string> names, int missing, Func<double, int> groupOf)
    {
        (Names, Missing, _groupOf) = (names, missing, groupOf);
    }

    /// <summary>The groups' names; missing cells are the last group, where there are any.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The group of missing cells; −1 if there are none.</summary>
    public int Missing { get; }

    /// <summary>Groups a column.</summary>
    /// <param name="real">The real table.</param>
    /// <param name="synthetic">The synthetic table.</param>
    /// <param name="column">The column.</param>
    /// <param name="most">The most groups, one for all other levels and one for missing cells not counted.</param>
    public static LevelGroups Of(Table real, Table synthetic, int column, int most)
    {
        List<string> names = [];
        Func<double, int> groupOf = real.Schema[column].HasLevels ? ByLevel(real, synthetic, column, most, names) : ByQuantile(real, column, most, names);
        int missing = -1;
        if (real.MissingCount(column) + synthetic.MissingCount(column) > 0)
        {
            missing = names.Count;
            names.Add("(missing)");
        }

        return new LevelGroups([.. names], missing, groupOf);
    }

    /// <summary>The group of each row of a table.</summary>
    public int[] Of(Table table, int column)
    {
        ReadOnlySpan<double> values = table.Column(column);
        int[] groups = new int[values.Length];
        for (int row = 0; row < groups.Length; row++)
        {
            groups[row] = double.IsNaN(values[row]) ? Missing : _groupOf(values[row]);
        }

        return groups;
    }

    private static Func<double, int> ByLevel(Table real, Table synthetic, int column, int most, List<string> names)
    {
        ImmutableArray<LevelCount> levels = LevelTally.Of(real, synthetic, column).Levels;

        // One more is no more than all others would be.
        int shown = levels.Length <= most + 1 ? levels.Length : most;
        Dictionary<int, int> groups = levels.Take(shown).Index().ToDictionary(level => level.Item.Level, level => level.Index);
        names.AddRange(levels.Take(shown).Select(level => level.Name));
        if (levels.Length > shown)
        {
            names.Add($"{levels.Length - shown} others");
        }

        return value => groups.GetValueOrDefault((int)value, shown);
    }

    private static Func<double, int> ByQuantile(Table real, int column, int most, List<string> names)
    {
        double[] sorted = TableStatistics.Sorted(real.Present(column));
        double[] different = [.. sorted.Distinct().Take(most + 1)];
        double[] edges = different.Length <= most ? [.. different.SkipLast(1)] : EdgesOf(sorted, most);
        string Text(double value)
        {
            ColumnSchema schema = real.Schema[column];
            return schema.Kind == ColumnKind.Date ? DateText.Of(value, schema.Unit) : Html.Numbers.Rounded(value);
        }

        names.AddRange(
            different.Length == 0 ? ["any"]
            : different.Length <= most ? different.Select(Text)
            : [$"up to {Text(edges[0])}", .. edges.Skip(1).Select(edge => $"to {Text(edge)}"), $"above {Text(edges[^1])}"]);
        return value => edges.Count(edge => value > edge);
    }

    // Where the largest value fills every quantile, what is below it is a group, and it the other.
    private static double[] EdgesOf(double[] sorted, int most)
    {
        double[] edges = [.. Enumerable.Range(1, most - 1).Select(i => TableStatistics.Quantile(sorted, (double)i / most)).Distinct().Where(edge => edge < sorted[^1])];
        return edges.Length > 0 ? edges : [sorted.Last(value => value < sorted[^1])];
    }
}
