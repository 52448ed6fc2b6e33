using System.Runtime.InteropServices;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Inference;

/// <summary>Columns that follow from others: copies of one, and sums of two.</summary>
internal static class ColumnTies
{
    private const int MostColumns = 60;
    private const int RowsSampled = 64;

    /// <summary>The ties there are: the column's number, from 0, and a sentence.</summary>
    public static IEnumerable<(int Column, string Warning)> In(Table table)
    {
        foreach ((int column, int other) in Copies(table))
        {
            yield return (column, $"It is a copy of column \"{table.ColumnNames[other]}\".");
        }

        if (table.ColumnCount > MostColumns)
        {
            yield break;
        }

        int[] rows = table.EvenlySpaced(RowsSampled);
        int[] numbers = [.. Enumerable.Range(0, table.ColumnCount).Where(column => table.Schema[column].Kind == ColumnKind.Number && HasDifferent(table.Column(column)))];
        double[][] sampled = [.. numbers.Select(column => rows.Select(row => table.Column(column)[row]).ToArray())];
        for (int sum = 0; sum < numbers.Length; sum++)
        {
            if (Terms(table, numbers, sampled, sum) is { } terms)
            {
                yield return (numbers[sum], $"It is the sum of columns \"{table.ColumnNames[terms.First]}\" and \"{table.ColumnNames[terms.Second]}\".");
            }
        }
    }

    private static IEnumerable<(int Column, int Of)> Copies(Table table)
    {
        Dictionary<int, List<int>> alike = [];
        for (int column = 0; column < table.ColumnCount; column++)
        {
            if (!HasDifferent(table.Column(column)))
            {
                continue;
            }

            HashCode hash = default;
            hash.AddBytes(MemoryMarshal.AsBytes(table.Column(column)[..Math.Min(table.RowCount, 1024)]));
            ref List<int>? others = ref CollectionsMarshal.GetValueRefOrAddDefault(alike, hash.ToHashCode(), out _);
            others ??= [];
            int copied = others.FindIndex(other => IsCopy(table, column, other));
            if (copied >= 0)
            {
                yield return (column, others[copied]);
            }
            else
            {
                others.Add(column);
            }
        }
    }

    private static bool IsCopy(Table table, int column, int other)
    {
        return table.Schema[column] == (table.Schema[other] with { Name = table.Schema[column].Name })
            && MemoryMarshal.AsBytes(table.Column(column)).SequenceEqual(MemoryMarshal.AsBytes(table.Column(other)));
    }

    private static bool HasDifferent(ReadOnlySpan<double> values)
    {
        return values.ContainsAnyExcept(values[0]);
    }

    private static (int First, int Second)? Terms(Table table, int[] numbers, double[][] sampled, int sum)
    {
        for (int first = 0; first < numbers.Length; first++)
        {
            for (int second = first + 1; second < numbers.Length; second++)
            {
                if (first != sum && second != sum && IsSum(sampled[sum], sampled[first], sampled[second])
                    && IsSum(table.Column(numbers[sum]), table.Column(numbers[first]), table.Column(numbers[second])))
                {
                    return (numbers[first], numbers[second]);
                }
            }
        }

        return null;
    }

    // In every row that has all three; half of the rows at least, and in some both add something.
    private static bool IsSum(ReadOnlySpan<double> sum, ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        int whole = 0;
        bool both = false;
        for (int row = 0; row < sum.Length; row++)
        {
            double added = first[row] + second[row];
            if (double.IsNaN(added) || double.IsNaN(sum[row]))
            {
                continue;
            }

            if (Math.Abs(added - sum[row]) > 1e-9 * Math.Max(Math.Abs(first[row]), Math.Abs(second[row])))
            {
                return false;
            }

            whole++;
            both |= first[row] != 0 && second[row] != 0;
        }

        return both && whole * 2 >= sum.Length;
    }
}
