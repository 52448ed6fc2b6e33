namespace GanSweep.Tables;

/// <summary>
/// The rule of weekdays: where a column of at least 30 days has none on some weekday, its synthetic days have none there either. A table of trading days has no
/// Sundays.
/// </summary>
internal static class ColumnWeekdays
{
    /// <summary>All seven.</summary>
    public const int All = (1 << DaysOfAWeek) - 1;

    private const int DaysOfAWeek = 7;
    private const int FewestDays = 30;

    // 1970-01-01, the day 0, was a Thursday.
    private const int WeekdayOfTheFirst = 4;

    /// <summary>The weekdays that the days of a column are on, a bit for each, Sunday's the lowest; null if that says nothing.</summary>
    /// <param name="days">Days since 1970-01-01.</param>
    /// <param name="minimumCount">The days that must be on a weekday for it to be told.</param>
    public static int? Of(ReadOnlySpan<double> days, int minimumCount)
    {
        Span<int> counts = stackalloc int[DaysOfAWeek];
        foreach (double day in days)
        {
            counts[Of(day)]++;
        }

        int weekdays = 0;
        for (int weekday = 0; weekday < DaysOfAWeek; weekday++)
        {
            weekdays |= counts[weekday] >= minimumCount ? 1 << weekday : 0;
        }

        return days.Length >= FewestDays && weekdays is not (0 or All) ? weekdays : null;
    }

    /// <summary>The nearest day on one of some weekdays, of two as near the earlier; the day itself where there is none in its range.</summary>
    /// <param name="weekdays">A bit for each, Sunday's the lowest.</param>
    /// <param name="day">Days since 1970-01-01, whole; NaN stays NaN.</param>
    /// <param name="low">The earliest.</param>
    /// <param name="high">The latest.</param>
    public static double Nearest(int weekdays, double day, double low, double high)
    {
        for (int distance = 0; distance < DaysOfAWeek; distance++)
        {
            foreach (double other in (ReadOnlySpan<double>)[day - distance, day + distance])
            {
                if (other >= low && other <= high && (weekdays >> Of(other) & 1) == 1)
                {
                    return other;
                }
            }
        }

        return day;
    }

    /// <summary>The weekday of a day, 0 for Sunday.</summary>
    /// <param name="day">Days since 1970-01-01, whole.</param>
    public static int Of(double day)
    {
        double weekday = (day + WeekdayOfTheFirst) % DaysOfAWeek;
        return (int)(weekday < 0 ? weekday + DaysOfAWeek : weekday);
    }
}
