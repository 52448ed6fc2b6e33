using GanSweep.Tables;

namespace GanSweep.Reporting.Statistics;

/// <summary>How the missing cells of a column hang on another column: the share that is missing in each group of the other.</summary>
/// <param name="Column">The column with missing cells.</param>
/// <param name="Other">The other.</param>
/// <param name="Groups">The groups of the other.</param>
/// <param name="Real">The real share that is missing in each; NaN in a group without rows.</param>
/// <param name="Synthetic">Likewise.</param>
/// <param name="Strength">
/// The correlation ratio in the real table, 0 to 1, less what chance makes of so many groups: of the rows where the other is there, since which columns
/// go missing together is another question.
/// </param>
internal sealed record MissingDependence(int Column, int Other, LevelGroups Groups, double[] Real, double[] Synthetic, double Strength)
{
    private const int MostGroups = 6;

    /// <summary>For each column the strongest, the strongest of all first; those that chance explains are left out.</summary>
    public static IEnumerable<MissingDependence> Strongest(Table real, Table synthetic, IReadOnlyList<int> columns)
    {
        if (real.ColumnCount < 2)
        {
            return [];
        }

        (LevelGroups Groups, int[] OfRows)[] all =
        [
            .. Enumerable.Range(0, real.ColumnCount)
                .Select(column => LevelGroups.Of(real, synthetic, column, MostGroups))
                .Select((groups, column) => (groups, groups.Of(real, column))),
        ];
        MissingDependence StrongestOf(int column)
        {
            (int other, double strength) = all.Index()
                .Where(each => each.Index != column)
                .Select(each => (each.Index, StrengthOf(real, column, each.Item.OfRows, each.Item.Groups)))
                .MaxBy(each => each.Item2);
            return Of(real, synthetic, column, other, all[other].Groups, strength);
        }

        return [.. columns.Select(StrongestOf).Where(dependence => dependence.Strength > 0).OrderByDescending(dependence => dependence.Strength)];
    }

    private static MissingDependence Of(Table real, Table synthetic, int column, int other, LevelGroups groups, double strength)
    {
        return new MissingDependence(column, other, groups, Shares(real, column, other, groups), Shares(synthetic, column, other, groups), strength);
    }

    private static double[] Shares(Table table, int column, int other, LevelGroups groups)
    {
        (int[] rows, int[] missing) = Counts(table, column, groups.Of(table, other), groups.Names.Length);
        return [.. missing.Zip(rows, (count, all) => (double)count / all)];
    }

    // Of n rows in k groups chance alone makes a squared ratio of (k − 1) / (n − 1); four times as much is hardly chance.
    private static double StrengthOf(Table table, int column, int[] groupOf, LevelGroups groups)
    {
        (int[] rows, int[] missing) = Counts(table, column, groupOf, groups.Names.Length);
        if (groups.Missing >= 0)
        {
            (rows[groups.Missing], missing[groups.Missing]) = (0, 0);
        }

        double count = rows.Sum();
        double share = missing.Sum() / Math.Max(1, count);
        double between = rows.Zip(missing, (all, some) => all == 0 ? 0 : all * Math.Pow(((double)some / all) - share, 2)).Sum();
        double whole = count * share * (1 - share);
        double square = whole > 0 ? between / whole : 0;
        double chance = Math.Max(0, rows.Count(all => all > 0) - 1) / Math.Max(1, count - 1);
        return square > 4 * chance ? Math.Sqrt(square - chance) : 0;
    }

    private static (int[] Rows, int[] Missing) Counts(Table table, int column, int[] groupOf, int groups)
    {
        int[] rows = new int[groups];
        int[] missing = new int[groups];
        ReadOnlySpan<double> values = table.Column(column);
        for (int row = 0; row < groupOf.Length; row++)
        {
            rows[groupOf[row]]++;
            missing[groupOf[row]] += double.IsNaN(values[row]) ? 1 : 0;
        }

        return (rows, missing);
    }
}
