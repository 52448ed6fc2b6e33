using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Tables.Disclosure;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Rules;

/// <summary>
/// A column of dates in its parts: the day, the time of the day where it has times, and the weekday where they are not all as frequent. A model tells them
/// apart, and so learns that little is ordered on Sundays and nothing at night, which a number of seconds since 1970 does not show. Nobody says this rule: it is
/// found out.
/// </summary>
/// <param name="Column">The column.</param>
/// <param name="Time">What the column of its times is called; null where it is of days.</param>
/// <param name="Weekday">What the column of its weekdays is called; null where they say nothing.</param>
/// <param name="First">The first day that was observed: what is moved to its weekday stays behind it. Null without weekdays, and in files that do not know it.</param>
/// <param name="Last">The last one.</param>
internal sealed record FittedCalendar(
    string Column,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Time,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Weekday,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? First = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Last = null) : FittedRule
{
    private const double SecondsOfADay = 86_400;
    private const int DaysOfAWeek = 7;
    private const int FewestDays = 70;

    // Days that come again and are further apart come back as they are: ends of quarters, waves of a survey. Their weekdays would only move them.
    private const int DaysPerObserved = 4;

    // A day that so many rows have stands for something else, as 9999-12-31 does for never: it stays where it is.
    private const double ShareOfADayThatStays = 0.05;

    // χ² of six degrees of freedom is above it once in ten thousand tables whose weekdays are all as frequent.
    private const double Uneven = 27.9;

    private static readonly ImmutableArray<string> Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>Days that are not moved to a weekday, ascending: many rows have them. Null where there are none, and in files that do not know it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<double>? Staying { get; init; }

    /// <summary>The parts of a column of dates; null if it is better learnt as one number.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column's number.</param>
    /// <param name="minimumCount">The rows that a day is told of; from 1, which tells every day.</param>
    public static FittedCalendar? Of(Table table, int column, int minimumCount)
    {
        ColumnSchema schema = table.Schema[column];
        if (schema.Kind != ColumnKind.Date || schema.Unit is not (DateUnit.Days or DateUnit.Seconds))
        {
            return null;
        }

        double[] days = [.. table.Present(column).ToArray().Select(value => DayOf(value, schema.Unit))];
        string? time = schema.Unit == DateUnit.Seconds ? Unused(table, schema.Name, "time") : null;
        double[] staying = [.. days.CountBy(day => day).Where(day => day.Value >= minimumCount && day.Value >= ShareOfADayThatStays * days.Length).Select(day => day.Key).Order()];
        double[] others = [.. days.Where(day => !staying.Contains(day))];
        string? weekday = AreUneven(others) && !AreFewDays(others) ? Unused(table, schema.Name, "weekday") : null;
        if (weekday is null)
        {
            return time is null ? null : new FittedCalendar(schema.Name, time, weekday);
        }

        var groups = Microaggregation.Of(days, minimumCount, decimals: 0);
        return new FittedCalendar(schema.Name, time, weekday, groups.Told(days.Min()), groups.Told(days.Max())) { Staying = staying.Length == 0 ? null : [.. staying] };
    }

    /// <inheritdoc/>
    internal override void Check(ImmutableArray<ColumnSchema> schema)
    {
        Demand(schema, 1, [Column]);
        ColumnSchema column = schema[Find(schema, Column)];
        string[] parts = [.. Parts()];
        if (column.Kind != ColumnKind.Date || column.Unit != (Time is null ? DateUnit.Days : DateUnit.Seconds) || parts.Length == 0 || parts.Distinct().Count() != parts.Length
            || parts.Any(part => string.IsNullOrWhiteSpace(part) || schema.Any(other => other.Name == part)))
        {
            throw new RuleException($"The parts of the dates of column \"{Column}\" are not those of a fit.");
        }

        if (First is null != Last is null || !(First is not { } first || Last is not { } last || (first <= last && double.IsInteger(first) && double.IsInteger(last))))
        {
            throw new RuleException($"The first and the last day of column \"{Column}\" are not those of a fit.");
        }

        if (Staying is { } staying && (staying.IsDefaultOrEmpty || Weekday is null || staying.Length > 1 / ShareOfADayThatStays || !staying.All(double.IsInteger)))
        {
            throw new RuleException($"The days of column \"{Column}\" that stay where they are, are not those of a fit.");
        }
    }

    /// <inheritdoc/>
    internal override ImmutableArray<ColumnSchema> Reduce(ImmutableArray<ColumnSchema> schema)
    {
        int place = Find(schema, Column);
        List<ColumnSchema> reduced = [.. schema];
        reduced[place] = schema[place] with { Unit = DateUnit.Days };
        if (Weekday is not null)
        {
            reduced.Insert(place + 1, new ColumnSchema(Weekday, ColumnKind.Category) { Levels = Weekdays });
        }

        if (Time is not null)
        {
            reduced.Insert(place + 1, new ColumnSchema(Time, ColumnKind.Date) { Unit = DateUnit.SecondsOfDay });
        }

        return [.. reduced];
    }

    /// <inheritdoc/>
    internal override double[][] Reduce(ImmutableArray<ColumnSchema> schema, IReadOnlyList<double[]> columns)
    {
        int place = Find(schema, Column);
        DateUnit unit = schema[place].Unit;
        double[] values = columns[place];
        double[] days = [.. values.Select(value => DayOf(value, unit))];
        List<double[]> reduced = [.. columns];
        reduced[place] = days;
        if (Weekday is not null)
        {
            reduced.Insert(place + 1, [.. days.Select(day => double.IsNaN(day) ? day : ColumnWeekdays.Of(day))]);
        }

        if (Time is not null)
        {
            reduced.Insert(place + 1, [.. values.Zip(days, (value, day) => Math.Round(value - (day * SecondsOfADay), ColumnDecimals.Most))]);
        }

        return [.. reduced];
    }

    /// <inheritdoc/>
    internal override double[][] Restore(ImmutableArray<ColumnSchema> schema, double[][] reduced)
    {
        int place = Find(schema, Column);
        List<double[]> columns = [.. reduced];
        double[] days = columns[place];
        double[]? times = Time is null ? null : Take(columns, place + 1);
        double[]? weekdays = Weekday is null ? null : Take(columns, place + 1);
        for (int row = 0; row < days.Length; row++)
        {
            // A part that is missing where the day is there says nothing; with a time missing, it is midnight.
            if (weekdays is not null && !double.IsNaN(days[row]) && !double.IsNaN(weekdays[row]) && Staying?.Contains(days[row]) != true)
            {
                days[row] = ColumnWeekdays.Nearest(1 << (int)weekdays[row], days[row], First ?? double.MinValue, Last ?? double.MaxValue);
            }

            if (times is not null)
            {
                days[row] = (days[row] * SecondsOfADay) + (double.IsNaN(times[row]) ? 0 : times[row]);
            }
        }

        return [.. columns];
    }

    /// <inheritdoc/>
    internal override LearntPart? PartOf(string learnt)
    {
        return learnt == Time ? new LearntPart(Column, "its time of the day in seconds")
            : learnt == Weekday ? new LearntPart(Column, "its weekday")
            : null;
    }

    private IEnumerable<string> Parts()
    {
        return ((string?[])[Time, Weekday]).OfType<string>();
    }

    private static double[] Take(List<double[]> columns, int place)
    {
        double[] taken = columns[place];
        columns.RemoveAt(place);
        return taken;
    }

    private static double DayOf(double value, DateUnit unit)
    {
        return unit == DateUnit.Days ? value : Math.Floor(value / SecondsOfADay);
    }

    private static bool AreUneven(double[] days)
    {
        double[] counts = new double[DaysOfAWeek];
        foreach (double day in days)
        {
            counts[ColumnWeekdays.Of(day)]++;
        }

        double expected = (double)days.Length / DaysOfAWeek;
        return days.Length >= FewestDays && counts.Sum(count => (count - expected) * (count - expected) / expected) > Uneven;
    }

    private static bool AreFewDays(double[] days)
    {
        double distinct = days.Distinct().Count();
        return distinct <= days.Length / 2.0 && distinct * DaysPerObserved < days.Max() - days.Min() + 1;
    }

    private static string Unused(Table table, string column, string part)
    {
        string name = $"{column}, {part}";
        while (table.ColumnNames.Contains(name))
        {
            name += "'";
        }

        return name;
    }
}
