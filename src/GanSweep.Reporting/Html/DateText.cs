using System.Globalization;
using GanSweep.Tables.Schema;

namespace GanSweep.Reporting.Html;

/// <summary>Dates as they are read: 2024-03-09, 2024-03-09 14:05, 2024-03, 14:05:30.</summary>
internal static class DateText
{
    private const double SecondsOfADay = 86_400;

    /// <summary>The point in time that a number stands for, as near as calendars come to it; times of the day are on the first day there is.</summary>
    public static DateTime TimeOf(double value, DateUnit unit)
    {
        return unit switch
        {
            DateUnit.Days => After(DateTime.UnixEpoch, value * SecondsOfADay),
            DateUnit.Seconds => After(DateTime.UnixEpoch, value),
            DateUnit.Months => DateTime.UnixEpoch.AddMonths((int)Math.Clamp(Math.Round(value), -1969 * 12, (8030 * 12) - 1)),
            _ => After(DateTime.MinValue, value),
        };
    }

    /// <summary>The number that stands for a point in time.</summary>
    public static double ValueOf(DateTime time, DateUnit unit)
    {
        return unit switch
        {
            DateUnit.Days => (time - DateTime.UnixEpoch).TotalDays,
            DateUnit.Seconds => (time - DateTime.UnixEpoch).TotalSeconds,
            DateUnit.Months => ((time.Year - 1970) * 12) + time.Month - 1,
            _ => (time - DateTime.MinValue).TotalSeconds,
        };
    }

    /// <summary>A date; a dash where there is none.</summary>
    public static string Of(double value, DateUnit unit)
    {
        if (!double.IsFinite(value))
        {
            return Numbers.None;
        }

        string format = unit switch
        {
            DateUnit.Days => "yyyy-MM-dd",
            DateUnit.Seconds => "yyyy-MM-dd HH:mm",
            DateUnit.Months => "yyyy-MM",
            _ => "HH:mm:ss",
        };
        return TimeOf(unit == DateUnit.Days ? Math.Round(value) : value, unit).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A difference of dates with its sign: +3.5 days, −2 months, +12 min.</summary>
    public static string Difference(double value, DateUnit unit)
    {
        if (!double.IsFinite(value))
        {
            return Numbers.None;
        }

        double seconds = Math.Abs(value);
        return (unit, seconds) switch
        {
            (_, 0) => "0",
            (DateUnit.Days, 1) => $"{Numbers.Difference(value)} day",
            (DateUnit.Days, _) => $"{Numbers.Difference(value)} days",
            (DateUnit.Months, 1) => $"{Numbers.Difference(value)} month",
            (DateUnit.Months, _) => $"{Numbers.Difference(value)} months",
            (_, < 90) => $"{Numbers.Difference(value)} s",
            (_, < 5400) => $"{Numbers.Difference(value / 60)} min",
            (_, < 2 * SecondsOfADay) => $"{Numbers.Difference(value / 3600)} h",
            _ => $"{Numbers.Difference(value / SecondsOfADay)} days",
        };
    }

    private static DateTime After(DateTime start, double seconds)
    {
        double most = Math.Floor((DateTime.MaxValue - start).TotalSeconds) - 1;
        double least = Math.Ceiling((DateTime.MinValue - start).TotalSeconds);
        return start.AddTicks((long)(Math.Clamp(seconds, least, most) * TimeSpan.TicksPerSecond));
    }
}
