using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Reporting.Html;
using GanSweep.Tables.Schema;

namespace GanSweep.Reporting.Plots;

/// <summary>An axis of dates: its ticks are where calendars and clocks turn.</summary>
internal static class DateAxis
{
    // The steps, the shortest first: in seconds, in months, and how their ticks are written.
    private static readonly (double Seconds, int Months, string Format)[] Steps =
    [
        (1, 0, "HH:mm:ss"), (10, 0, "HH:mm:ss"), (60, 0, "HH:mm"), (300, 0, "HH:mm"), (900, 0, "HH:mm"), (1800, 0, "HH:mm"), (3600, 0, "HH:mm"),
        (10_800, 0, "HH:mm"), (21_600, 0, "HH:mm"), (43_200, 0, "MM-dd HH:mm"), (86_400, 0, "MM-dd"), (172_800, 0, "MM-dd"), (604_800, 0, "MM-dd"),
        (0, 1, "yyyy-MM"), (0, 2, "yyyy-MM"), (0, 3, "yyyy-MM"), (0, 6, "yyyy-MM"), (0, 12, "yyyy"), (0, 24, "yyyy"), (0, 60, "yyyy"), (0, 120, "yyyy"),
        (0, 240, "yyyy"), (0, 600, "yyyy"), (0, 1200, "yyyy"), (0, 2400, "yyyy"), (0, 6000, "yyyy"), (0, 12_000, "yyyy"), (0, 24_000, "yyyy"),
    ];

    private const double SecondsOfAMonth = 365.2425 * 86_400 / 12;

    /// <summary>The axis of a column of numbers or of dates.</summary>
    /// <param name="column">The column.</param>
    /// <param name="low">The lowest value shown.</param>
    /// <param name="high">The highest value shown.</param>
    /// <param name="title">The axis' title; a date's says that it is one.</param>
    /// <param name="ticks">About how many ticks there are.</param>
    public static Axis Of(ColumnSchema column, double low, double high, string title, int ticks)
    {
        string said = title.Length == 0 || column.Kind != ColumnKind.Date ? title : column.Unit == DateUnit.SecondsOfDay ? "time" : "date";
        Axis axis = Axis.Linear(low, high, said, ticks);
        return column.Kind == ColumnKind.Date ? axis with { Ticks = Ticks(axis.Low, axis.High, column.Unit, ticks) } : axis;
    }

    private static ImmutableArray<Tick> Ticks(double low, double high, DateUnit unit, int wanted)
    {
        DateTime from = DateText.TimeOf(low, unit);
        DateTime to = DateText.TimeOf(high, unit);
        double extent = (to - from).TotalSeconds;
        (double seconds, int months, string format) = Steps.FirstOrDefault(
            step => IsOf(unit, step.Seconds, step.Months) && extent / (step.Seconds + (step.Months * SecondsOfAMonth)) <= wanted + 0.5,
            Steps[^1]);
        format = unit == DateUnit.SecondsOfDay && seconds >= 60 ? "HH:mm" : format;
        return
        [
            .. (months > 0 ? EveryMonths(from, to, months) : EverySeconds(from, to, seconds))
                .Select(time => new Tick(DateText.ValueOf(time, unit), time.ToString(format, CultureInfo.InvariantCulture)))
                .Where(tick => tick.Position >= low && tick.Position <= high),
        ];
    }

    // Days have no hours, and months no days.
    private static bool IsOf(DateUnit unit, double seconds, int months)
    {
        return months > 0 || (unit != DateUnit.Months && (unit != DateUnit.Days || seconds >= 86_400));
    }

    private static IEnumerable<DateTime> EverySeconds(DateTime from, DateTime to, double seconds)
    {
        long step = (long)(seconds * TimeSpan.TicksPerSecond);
        for (long ticks = (from.Ticks + step - 1) / step * step; ticks <= to.Ticks; ticks += step)
        {
            yield return new DateTime(ticks);
        }
    }

    private static IEnumerable<DateTime> EveryMonths(DateTime from, DateTime to, int months)
    {
        const int Last = (9999 * 12) + 11;
        for (int month = ((from.Year * 12) + from.Month - 1) / months * months; month <= Math.Min(Last, (to.Year * 12) + to.Month - 1); month += months)
        {
            if (month >= 12)
            {
                yield return new DateTime(month / 12, (month % 12) + 1, 1);
            }
        }
    }
}
