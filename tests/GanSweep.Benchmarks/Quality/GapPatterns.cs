using GanSweep.Tables;

namespace GanSweep.Benchmarks.Quality;

/// <summary>How far the patterns of missing cells of two tables are apart.</summary>
/// <param name="Share">The largest difference of a column's share of missing cells.</param>
/// <param name="Together">The largest difference, over pairs of columns, of the correlation between what is missing in the one and in the other (φ); null if one column has gaps.</param>
/// <param name="OnOthers">
/// The largest difference, over columns with gaps and the others, of the correlation ratio of what is missing in the groups of the other: its levels, or its tenths
/// in the real table, cells that are missing there a group of their own.
/// </param>
internal sealed record GapPatterns(double Share, double? Together, double OnOthers)
{
    private const int Groups = 10;

    // A group of fewer real rows tells nothing.
    private const int FewestRows = 2;

    /// <summary>Of a real and a synthetic table; null if the real one has no gaps.</summary>
    public static GapPatterns? Between(Table real, Table synthetic)
    {
        int[] columns = [.. Enumerable.Range(0, real.ColumnCount).Where(column => real.MissingCount(column) is var count && count >= FewestRows && count <= real.RowCount - FewestRows)];
        if (columns.Length == 0)
        {
            return null;
        }

        double[][] realMasks = [.. columns.Select(column => Mask(real, column))];
        double[][] syntheticMasks = [.. columns.Select(column => Mask(synthetic, column))];
        double share = columns.Select((_, i) => Math.Abs(realMasks[i].Average() - syntheticMasks[i].Average())).Max();
        double[] together =
        [
            .. from one in Enumerable.Range(0, columns.Length)
               from other in Enumerable.Range(one + 1, columns.Length - one - 1)
               select Math.Abs(Phi(realMasks[one], realMasks[other]) - Phi(syntheticMasks[one], syntheticMasks[other])),
        ];
        double onOthers = (
            from i in Enumerable.Range(0, columns.Length)
            from other in Enumerable.Range(0, real.ColumnCount)
            where other != columns[i]
            let groups = GroupsOf(real, other)
            select Math.Abs(Ratio(realMasks[i], real.Column(other).ToArray(), groups) - Ratio(syntheticMasks[i], synthetic.Column(other).ToArray(), groups))).DefaultIfEmpty().Max();
        return new GapPatterns(share, together.Length == 0 ? null : together.Max(), onOthers);
    }

    private static double[] Mask(Table table, int column)
    {
        return [.. table.Column(column).ToArray().Select(value => double.IsNaN(value) ? 1.0 : 0.0)];
    }

    private static double Phi(double[] one, double[] other)
    {
        (double meanOne, double meanOther) = (one.Average(), other.Average());
        double product = one.Zip(other, (x, y) => (x - meanOne) * (y - meanOther)).Average();
        double deviations = Math.Sqrt(meanOne * (1 - meanOne) * meanOther * (1 - meanOther));
        return deviations == 0 ? 0 : product / deviations;
    }

    private static Func<double, int> GroupsOf(Table real, int column)
    {
        if (real.Schema[column].HasLevels)
        {
            return value => double.IsNaN(value) ? -1 : (int)value;
        }

        double[] sorted = [.. real.Column(column).ToArray().Where(value => !double.IsNaN(value)).Order()];
        double[] edges = sorted.Length == 0 ? [] : [.. Enumerable.Range(1, Groups - 1).Select(i => sorted[i * sorted.Length / Groups])];
        return value => double.IsNaN(value) ? -1 : edges.Count(edge => edge <= value);
    }

    // The correlation ratio, the deviation between the groups over that of all, without what chance gives so many groups (ε of Kelley, 1935).
    private static double Ratio(double[] mask, double[] values, Func<double, int> groupOf)
    {
        double mean = mask.Average();
        double[][] groups = [.. mask.Zip(values).GroupBy(pair => groupOf(pair.Second)).Select(group => group.Select(pair => pair.First).ToArray())];
        double within = groups.Sum(group => group.Length * group.Average() * (1 - group.Average()));
        double all = mask.Length * mean * (1 - mean);
        int free = mask.Length - groups.Length;
        return all == 0 || free <= 0 ? 0 : Math.Sqrt(Math.Max(0, 1 - (within / free / (all / (mask.Length - 1)))));
    }
}
