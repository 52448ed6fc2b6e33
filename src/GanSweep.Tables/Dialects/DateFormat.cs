using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Dialects;

/// <summary>A format of dates or times.</summary>
/// <param name="Letters">In .NET's letters.</param>
internal sealed record DateFormat(string Letters)
{
    private const int MostDecimals = 7;

    // A number of seconds since 1970 has no more: what it says beyond is rounding.
    private const int DecimalsOfAMoment = 6;

    private static readonly string[] Days =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "dd/MM/yyyy", "MM/dd/yyyy", "d/M/yyyy", "M/d/yyyy", "dd.MM.yyyy", "d.M.yyyy", "dd-MM-yyyy", "MM-dd-yyyy", "d-M-yyyy", "M-d-yyyy",
    ];

    private static readonly string[] OtherDays =
    [
        "dd/MM/yy", "MM/dd/yy", "d/M/yy", "M/d/yy", "dd.MM.yy", "d.M.yy", "dd MMM yyyy", "d MMM yyyy", "dd-MMM-yyyy", "d-MMM-yyyy", "dd-MMM-yy", "d-MMM-yy",
        "MMM dd, yyyy", "MMM d, yyyy", "MMMM dd, yyyy", "MMMM d, yyyy", "d MMMM yyyy", "ddd MMM dd yyyy",
    ];

    private static readonly string[] Months = ["MMM-yyyy", "MMM yyyy", "MMMM yyyy", "yyyy-MM", "yyyy/MM", "MM/yyyy", "MMM-yy"];

    private static readonly string[] Times = ["HH:mm:ss", "HH:mm", "H:mm:ss", "H:mm", "hh:mm:ss tt", "hh:mm tt", "h:mm:ss tt", "h:mm tt"];

    private static readonly string[] OtherTimes = ["HH.mm.ss", "HH:mm:ss.fff", "HH:mm:ss.ffffff"];

    // Fractions of a second of any length; a moment with an offset is one of UTC, and is written as that.
    private static readonly string[] ExactTimes = ["HH:mm:ss.FFFFFFF", "HH:mm:sszzz", "HH:mm:ss.FFFFFFFzzz"];

    private static readonly string[] OtherMoments =
    [
        "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss'Z'", "yyyy-MM-ddTHH:mm:ss.fff", "yyyy-MM-ddTHH:mm:ss.fff'Z'", "yyyy-MM-ddTHH:mm:ss.ffffff",
        "yyyy-MM-ddTHH:mm:ss.ffffff'Z'", "yyyy-MM-dd HH:mm:ss.fff", "yyyy-MM-dd HH:mm:ss.ffffff", "yyyy-MM-dd HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ss' UTC'", "dd/MM/yyyy HH.mm.ss", "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
    ];

    /// <summary>Every one that is found out; where several fit all cells, the first, but see <see cref="IsDayFirst"/>.</summary>
    public static ImmutableArray<DateFormat> All { get; } =
    [
        .. Days.Concat(OtherDays).Concat(Months).Concat(Times).Concat(OtherTimes).Concat(OtherMoments)
            .Concat(Days.Concat(OtherDays).SelectMany(day => Times.Select(time => $"{day} {time}")))
            .Concat(((string[])["yyyy-MM-ddT", "yyyy-MM-dd "]).SelectMany(day => ExactTimes.Select(time => day + time)))
            .Select(letters => new DateFormat(letters)),
    ];

    /// <summary>What its numbers count: by the finest part that it has.</summary>
    public DateUnit Unit { get; } = UnitOf(Letters);

    /// <summary>Whether the day stands before the month, in digits.</summary>
    public bool IsDayFirst => IsOfDigits && Letters.StartsWith('d');

    /// <summary>Whether the month stands before the day, in digits.</summary>
    public bool IsMonthFirst => IsOfDigits && Letters.StartsWith('M') && Letters.Contains('d', StringComparison.Ordinal);

    /// <summary>Whether it is a format: what it writes, it reads. One that is none throws where it writes.</summary>
    public bool IsFormat
    {
        get
        {
            if (Letters.Length > ColumnForm.MostLetters || Decimals > MostDecimals)
            {
                return false;
            }

            try
            {
                return TryRead(Write(0), out _);
            }
            catch (FormatException)
            {
                return false;
            }
        }
    }

    private int Decimals => Letters.Count(letter => letter is 'f' or 'F');

    private bool IsOfDigits => !Letters.Contains("MMM", StringComparison.Ordinal);

    /// <summary>The format of a unit where no file has one.</summary>
    public static DateFormat Of(DateUnit unit)
    {
        return new DateFormat(unit switch
        {
            DateUnit.Days => "yyyy-MM-dd",
            DateUnit.Months => "yyyy-MM",
            DateUnit.SecondsOfDay => "HH:mm:ss",
            _ => "yyyy-MM-dd HH:mm:ss",
        });
    }

    /// <summary>Reads a cell. With an offset it is the moment in UTC, wherever it is read.</summary>
    public bool TryRead(ReadOnlySpan<char> cell, out double value)
    {
        value = 0;
        if (!DateTime.TryParseExact(cell.Trim(" \t"), Letters, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.AdjustToUniversal, out DateTime read))
        {
            return false;
        }

        value = ValueOf(read, Unit);
        return true;
    }

    /// <summary>Writes a number as a cell, rounded to what the format has.</summary>
    public string Write(double value)
    {
        return MomentOf(value, Unit, Unit == DateUnit.Seconds ? Math.Min(Decimals, DecimalsOfAMoment) : Decimals).ToString(Letters, CultureInfo.InvariantCulture);
    }

    /// <summary>The number that stands for a point in time.</summary>
    public static double ValueOf(DateTime moment, DateUnit unit)
    {
        return unit switch
        {
            DateUnit.Days => (moment.Date - DateTime.UnixEpoch).Days,
            DateUnit.Months => ((moment.Year - 1970) * 12) + moment.Month - 1,
            DateUnit.SecondsOfDay => moment.TimeOfDay.TotalSeconds,
            _ => (moment.Ticks - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerSecond,
        };
    }

    /// <summary>The point in time that a number stands for: the nearest that there is.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">What it counts.</param>
    /// <param name="decimals">The decimals of a second, up to 7.</param>
    public static DateTime MomentOf(double value, DateUnit unit, int decimals)
    {
        return unit switch
        {
            DateUnit.Days => DateTime.UnixEpoch.AddDays(Math.Clamp(Math.Round(value), -719_162, 2_932_896)),
            DateUnit.Months => DateTime.UnixEpoch.AddMonths((int)Math.Clamp(Math.Round(value), -1969 * 12, (8030 * 12) - 1)),
            DateUnit.SecondsOfDay => DateTime.UnixEpoch.AddTicks(Ticks(Math.Clamp(value, 0, 86_400 - (1d / Scale(decimals))), decimals)),
            _ => DateTime.UnixEpoch.AddTicks(Ticks(Math.Clamp(value, -62_135_596_800, 253_402_300_799), decimals)),
        };
    }

    // Whole seconds apart from their decimals: together they are more than a double holds.
    private static long Ticks(double seconds, int decimals)
    {
        double whole = decimals == 0 ? Math.Round(seconds) : Math.Floor(seconds);
        long scale = Scale(decimals);
        return ((long)whole * TimeSpan.TicksPerSecond) + (decimals == 0 ? 0 : (long)Math.Round((seconds - whole) * scale) * (TimeSpan.TicksPerSecond / scale));
    }

    private static long Scale(int decimals)
    {
        long scale = 1;
        for (int at = 0; at < decimals; at++)
        {
            scale *= 10;
        }

        return scale;
    }

    private static DateUnit UnitOf(string letters)
    {
        HashSet<char> parts = [.. Unquoted(letters)];
        return (parts.Overlaps("Hhms"), parts.Contains('y')) switch
        {
            (true, true) => DateUnit.Seconds,
            (true, false) => DateUnit.SecondsOfDay,
            _ => parts.Contains('d') ? DateUnit.Days : DateUnit.Months,
        };
    }

    // The letters that stand for something, without what stands in quotes or behind a backslash.
    private static IEnumerable<char> Unquoted(string letters)
    {
        char? quote = null;
        for (int at = 0; at < letters.Length; at++)
        {
            char letter = letters[at];
            if (letter == '\\')
            {
                at++;
            }
            else if (quote is not null)
            {
                quote = letter == quote ? null : quote;
            }
            else if (letter is '\'' or '"')
            {
                quote = letter;
            }
            else
            {
                yield return letter;
            }
        }
    }
}
