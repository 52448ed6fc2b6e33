using System.Globalization;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Inference;

/// <summary>What the user of a table should look at, column by column.</summary>
/// <param name="table">The table.</param>
/// <param name="shown">What may be shown.</param>
internal sealed class ColumnWarnings(Table table, Shown shown)
{
    private const double AlmostAll = 0.99;
    private const int ManyLevels = 200;
    private const double OftenOfRows = 0.01;
    private const int LeastOthers = 10;

    /// <summary>The warnings about a column of the table.</summary>
    /// <param name="column">Its number, from 0.</param>
    public IEnumerable<string> Of(int column)
    {
        ColumnSchema schema = table.Schema[column];
        double[] sorted = [.. table.Present(column)];
        Array.Sort(sorted);
        (double frequent, int count) = MostFrequent(sorted);
        if (count < sorted.Length && count >= AlmostAll * table.RowCount)
        {
            yield return $"One value has {(double)count / table.RowCount:P1} of the rows: {Text(schema, frequent)}.";
        }

        if (schema.HasLevels)
        {
            foreach (string warning in OfLevels(schema, sorted))
            {
                yield return warning;
            }
        }
        else if (schema.Kind == ColumnKind.Number && Sentinel(sorted) is { } sentinel)
        {
            string written = sentinel.ToString(CultureInfo.InvariantCulture);
            yield return $"{shown.Of(written)} stands far from all other values and is in {(double)CountOf(sorted, sentinel) / table.RowCount:P1} of the rows: "
                + $"if it stands for missing cells, say in sweep.json: \"csv\": {{ \"missing\": [{shown.Json(written)}] }}.";
        }
    }

    private static IEnumerable<string> OfLevels(ColumnSchema schema, double[] sorted)
    {
        if (schema.Levels.Length > ManyLevels)
        {
            yield return $"It has {Amount.Of(schema.Levels.Length, "level")}, which is many to learn; \"drop\" or \"id\" may be what it is.";
        }

        int alone = 0;
        for (int at = 0; at < sorted.Length; at++)
        {
            alone += (at == 0 || sorted[at - 1] != sorted[at]) && (at == sorted.Length - 1 || sorted[at + 1] != sorted[at]) ? 1 : 0;
        }

        if (alone > 0)
        {
            yield return $"{Amount.Of(alone, "level")} {(alone == 1 ? "has" : "have")} one row: a level with one row may be a person.";
        }
    }

    private string Text(ColumnSchema schema, double value)
    {
        return schema.HasLevels ? shown.Quoted(schema.Levels[(int)value]) : shown.Of(value.ToString(CultureInfo.InvariantCulture));
    }

    private static (double Value, int Count) MostFrequent(double[] sorted)
    {
        (double Value, int Count) most = (double.NaN, 0);
        for (int start = 0, end = 0; start < sorted.Length; start = end)
        {
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            most = end - start > most.Count ? (sorted[start], end - start) : most;
        }

        return most;
    }

    // The smallest or the largest value, often there, and: the only negative one; or farther from the others than they are from each other; or nines alone, half as far.
    private double? Sentinel(double[] sorted)
    {
        if (sorted.Length == 0)
        {
            return null;
        }

        foreach (double extreme in (double[])[sorted[0], sorted[^1]])
        {
            int count = CountOf(sorted, extreme);
            ReadOnlySpan<double> others = extreme == sorted[0] ? sorted.AsSpan(count) : sorted.AsSpan(0, sorted.Length - count);
            if (count < OftenOfRows * table.RowCount || count < 2 || !double.IsInteger(extreme) || !HasAtLeast(others, LeastOthers))
            {
                continue;
            }

            double range = others[^1] - others[0];
            double gap = extreme == sorted[0] ? others[0] - extreme : extreme - others[^1];
            bool isNines = Math.Abs(extreme) >= 9 && Math.Abs(extreme).ToString("F0", CultureInfo.InvariantCulture).All(digit => digit == '9');
            if ((extreme < 0 && others[0] >= 0) || gap > range || (isNines && gap > range / 2))
            {
                return extreme;
            }
        }

        return null;
    }

    private static bool HasAtLeast(ReadOnlySpan<double> sorted, int different)
    {
        int count = sorted.IsEmpty ? 0 : 1;
        for (int at = 1; at < sorted.Length && count < different; at++)
        {
            count += sorted[at] != sorted[at - 1] ? 1 : 0;
        }

        return count >= different;
    }

    private static int CountOf(double[] sorted, double value)
    {
        return sorted.AsSpan().Count(value);
    }
}
