using System.Collections.Immutable;
using System.Numerics;

namespace GanSweep.Tables.Transforms;

/// <summary>
/// Finds which columns' missing cells are one choice: all, if real rows lack few enough things; else those that go missing together. That a cell is missing is no
/// value (<see cref="Disclosure.RareCells"/>): what rows lack is told however few they are.
/// </summary>
internal static class GapGroups
{
    // Of more rows as many, evenly spaced, tell which columns belong together; what rows lack is counted in all of them.
    private const int MostRows = 1 << 14;

    // |φ| from which two columns stay together. A group that still has too many patterns falls apart at the next.
    private static readonly double[] Correlations = [0.1, 0.3, 0.5, 0.7, 0.9];

    // n φ² is χ² of one degree of freedom: chance exceeds this in one of ten thousand pairs.
    private const double LeastChiSquared = 15.1;

    /// <summary>The groups of a table; none shares a column with another.</summary>
    /// <param name="table">The table.</param>
    public static ImmutableArray<GapGroup> Of(Table table)
    {
        int[] columns = [.. Enumerable.Range(0, table.ColumnCount).Where(column => table.MissingCount(column) is var missing && missing > 0 && missing < table.RowCount)];
        if (columns.Length < 2)
        {
            return [];
        }

        int[] rows = [.. EvenlySpaced.Of(table.RowCount, MostRows).Select(row => (int)row)];
        Dictionary<int, ulong[]> masks = columns.ToDictionary(column => column, column => MaskOf(table.Column(column), rows));
        return [.. Among(table, columns, masks, rows.Length, 0)];
    }

    // One group, or those that it falls apart into, if it has too many patterns.
    private static IEnumerable<GapGroup> Among(Table table, int[] columns, Dictionary<int, ulong[]> masks, int rows, int level)
    {
        return Count(table, columns) is { } group ? [group]
            : level == Correlations.Length ? []
            : ConnectedAt(Correlations[level], columns, masks, rows).Where(part => part.Length > 1).SelectMany(part => Among(table, part, masks, rows, level + 1));
    }

    private static IEnumerable<int[]> ConnectedAt(double correlation, int[] columns, Dictionary<int, ulong[]> masks, int rows)
    {
        HashSet<int> left = [.. columns];
        foreach (int first in columns)
        {
            if (!left.Remove(first))
            {
                continue;
            }

            List<int> group = [first];
            for (int at = 0; at < group.Count; at++)
            {
                int[] found = [.. left.Where(other => AreTogether(masks[group[at]], masks[other], rows, correlation))];
                group.AddRange(found);
                left.ExceptWith(found);
            }

            yield return [.. group.Order()];
        }
    }

    private static bool AreTogether(ulong[] one, ulong[] other, int rows, double correlation)
    {
        double ofOne = one.Sum(word => (double)BitOperations.PopCount(word)) / rows;
        double ofOther = other.Sum(word => (double)BitOperations.PopCount(word)) / rows;
        double ofBoth = one.Zip(other, (x, y) => (double)BitOperations.PopCount(x & y)).Sum() / rows;
        double variances = ofOne * (1 - ofOne) * ofOther * (1 - ofOther);
        double covariance = ofBoth - (ofOne * ofOther);
        double squared = variances > 0 ? covariance * covariance / variances : 0;
        return squared >= correlation * correlation && rows * squared >= LeastChiSquared;
    }

    private static ulong[] MaskOf(ReadOnlySpan<double> values, int[] rows)
    {
        ulong[] mask = new ulong[(rows.Length + 63) / 64];
        for (int i = 0; i < rows.Length; i++)
        {
            mask[i / 64] |= double.IsNaN(values[rows[i]]) ? 1UL << (i % 64) : 0;
        }

        return mask;
    }

    // What rows lack, found column by column: rows that are alike so far have one number. Null if there are too many patterns.
    private static GapGroup? Count(Table table, int[] columns)
    {
        int[] numbers = new int[table.RowCount];
        List<string> patterns = [string.Empty];
        foreach (int column in columns)
        {
            ReadOnlySpan<double> values = table.Column(column);
            Dictionary<(int, bool), int> known = [];
            List<string> longer = [];
            for (int row = 0; row < numbers.Length; row++)
            {
                bool isMissing = double.IsNaN(values[row]);
                if (!known.TryGetValue((numbers[row], isMissing), out int number))
                {
                    number = longer.Count;
                    known.Add((numbers[row], isMissing), number);
                    longer.Add(patterns[numbers[row]] + (isMissing ? GapGroup.Missing : GapGroup.There));
                    if (longer.Count > GapGroup.MostPatterns)
                    {
                        return null;
                    }
                }

                numbers[row] = number;
            }

            patterns = longer;
        }

        int[] counts = new int[patterns.Count];
        foreach (int number in numbers)
        {
            counts[number]++;
        }

        // In an order that does not hang on which row comes first.
        (string Pattern, int Rows)[] found = [.. patterns.Zip(counts).OrderBy(pattern => pattern.First, StringComparer.Ordinal)];
        return new GapGroup(
            [.. columns.Select(column => table.ColumnNames[column])], [.. found.Select(pattern => pattern.Pattern)],
            [.. found.Select(pattern => (double)pattern.Rows / table.RowCount)], [.. found.Select(_ => 0f)]);
    }
}
