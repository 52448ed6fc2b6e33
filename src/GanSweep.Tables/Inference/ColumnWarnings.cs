using System.Globalization;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Disclosure;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Inference;

/// <summary>
/// What the user of a table should look at, column by column. What may be true of a column is found in evenly spaced rows, and told if it is true of all.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="shown">What may be shown.</param>
internal sealed class ColumnWarnings(Table table, Shown shown)
{
    private const double AlmostAll = 0.99;
    private const int ManyLevels = 200;
    private const double OftenOfRows = 0.01;
    private const int LeastOthers = 10;
    private const double DifferentKeys = 0.5;
    private const int RowsSampled = 20_000;

    // As many as a level must have for a generator to learn it, unless a sweep says otherwise.
    private const int FewRows = 5;

    /// <summary>The warnings about a column of the table.</summary>
    /// <param name="column">Its number, from 0.</param>
    public IEnumerable<string> Of(int column)
    {
        ColumnSchema schema = table.Schema[column];
        int present = table.RowCount - table.MissingCount(column);
        double[] sorted = Sample(column);
        double frequent = MostFrequent(sorted);
        int count = table.Column(column).Count(frequent);
        if (count < present && count >= AlmostAll * table.RowCount)
        {
            yield return $"One value has {Math.Floor(1000.0 * count / table.RowCount) / 1000:P1} of the rows: {Text(schema, frequent)}.";
        }

        if (present is > 0 and < FewRows && table.RowCount >= FewRows)
        {
            yield return $"{Amount.Of(present, "cell")} {(present == 1 ? "is" : "are")} there: unless \"exactValues\" is on, so few are not learnt, and it comes out empty.";
        }

        if (schema.Kind is ColumnKind.Category or ColumnKind.Number && KeyName.Is(schema.Name) && CouldBeKeys(schema, sorted))
        {
            yield return "It is named like a key, but values repeat or are missing: if it only tells rows, persons or things apart, say \"id\" or \"drop\".";
        }

        if (schema.HasLevels)
        {
            foreach (string warning in OfLevels(schema, table.Column(column)))
            {
                yield return warning;
            }
        }
        else if (schema.Kind == ColumnKind.Number && Sentinel(table.Column(column), sorted) is var (sentinel, rows))
        {
            string written = sentinel.ToString(CultureInfo.InvariantCulture);
            yield return $"{shown.Of(written)} stands far from all other values and is in {(double)rows / table.RowCount:P1} of the rows: "
                + $"if it stands for missing cells, say in sweep.json: \"csv\": {{ \"missing\": [{shown.Json(written)}] }}.";
        }
    }

    // Decimals tell nothing apart; and where a name may mean something else, as that of a number of rooms, its values decide.
    private static bool CouldBeKeys(ColumnSchema schema, double[] sorted)
    {
        return (schema.HasLevels || sorted.All(double.IsInteger))
            && (KeyName.IsSure(schema.Name) || sorted.Distinct().Count() >= DifferentKeys * sorted.Length);
    }

    private static List<string> OfLevels(ColumnSchema schema, ReadOnlySpan<double> values)
    {
        List<string> warnings = [];
        if (schema.Levels.Length > ManyLevels)
        {
            warnings.Add($"It has {Amount.Of(schema.Levels.Length, "level")}, which is many to learn; \"drop\" or \"id\" may be what it is.");
        }

        int[] rows = new int[schema.Levels.Length];
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                rows[(int)value]++;
            }
        }

        int[] rare = [.. rows.Where(count => count is > 0 and < FewRows)];
        if (rare.Length > 0)
        {
            int alone = rare.Count(count => count == 1);
            string people = alone == 0 ? "" : $", {(alone == rare.Length ? "" : $"{alone:N0} of them ")}in one alone, which may be a person";
            string learnt = MadeWords.AreMade(schema.Levels, rows, FewRows) ? "such a row is learnt with one of their form that is made up"
                : rows.Any(count => count >= FewRows) ? "such a row is learnt with another level"
                : "the column comes out empty, since no level is told";
            warnings.Add(
                $"{Amount.Of(rare.Length, "level")} {(rare.Length == 1 ? "is" : "are")} in fewer than {FewRows} rows{(rare.Length == 1 ? "" : " each")}, "
                + $"{(double)rare.Sum() / values.Length:P1} of all{people}: unless \"exactValues\" is on, {learnt}.");
        }

        return warnings;
    }

    private string Text(ColumnSchema schema, double value)
    {
        if (schema.HasLevels)
        {
            return shown.Quoted(schema.Levels[(int)value]);
        }

        return shown.Of(schema.Kind == ColumnKind.Date ? FormatOf(schema).Write(value) : value.ToString(CultureInfo.InvariantCulture));
    }

    // Dates as they stand in the file.
    private DateFormat FormatOf(ColumnSchema schema)
    {
        return table.Form.Columns.FirstOrDefault(column => column.Name == schema.Name)?.DateFormat is { } letters ? new DateFormat(letters) : DateFormat.Of(schema.Unit);
    }

    // Values of evenly spaced rows, in ascending order: to sort all would take longer than to read them.
    private double[] Sample(int column)
    {
        ReadOnlySpan<double> values = table.Column(column);
        List<double> sample = [];
        foreach (long row in EvenlySpaced.Of(values.Length, RowsSampled))
        {
            if (!double.IsNaN(values[(int)row]))
            {
                sample.Add(values[(int)row]);
            }
        }

        sample.Sort();
        return [.. sample];
    }

    private static double MostFrequent(double[] sorted)
    {
        (double Value, int Count) most = (double.NegativeInfinity, 0);
        for (int start = 0, end = 0; start < sorted.Length; start = end)
        {
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            most = end - start > most.Count ? (sorted[start], end - start) : most;
        }

        return most.Value;
    }

    // The smallest or the largest value, often there, and: the only negative one; or farther from the others than they are from each other; or nines alone, half as far.
    private static (double Value, int Rows)? Sentinel(ReadOnlySpan<double> values, double[] sorted)
    {
        if (sorted.Length == 0)
        {
            return null;
        }

        foreach (double extreme in (double[])[sorted[0], sorted[^1]])
        {
            int alike = sorted.AsSpan().Count(extreme);
            ReadOnlySpan<double> sampled = extreme == sorted[0] ? sorted.AsSpan(alike) : sorted.AsSpan(0, sorted.Length - alike);
            if (alike < OftenOfRows / 2 * sorted.Length || !double.IsInteger(extreme) || !HasAtLeast(sampled, LeastOthers))
            {
                continue;
            }

            (double smallest, double largest, int rows) = Others(values, extreme);
            double gap = extreme < smallest ? smallest - extreme : extreme - largest;
            bool isNines = Math.Abs(extreme) >= 9 && Math.Abs(extreme).ToString("F0", CultureInfo.InvariantCulture).All(digit => digit == '9');
            if (rows >= Math.Max(2, OftenOfRows * values.Length)
                && ((extreme < 0 && smallest >= 0) || gap > largest - smallest || (isNines && gap > (largest - smallest) / 2)))
            {
                return (extreme, rows);
            }
        }

        return null;
    }

    private static (double Smallest, double Largest, int Rows) Others(ReadOnlySpan<double> values, double extreme)
    {
        (double smallest, double largest, int rows) = (double.PositiveInfinity, double.NegativeInfinity, 0);
        foreach (double value in values)
        {
            if (value == extreme)
            {
                rows++;
            }
            else if (!double.IsNaN(value))
            {
                smallest = Math.Min(smallest, value);
                largest = Math.Max(largest, value);
            }
        }

        return (smallest, largest, rows);
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
}
