using System.Globalization;

namespace GanSweep.Reporting.Html;

/// <summary>Numbers and times as they are read: short, in the invariant culture, a dash for what does not exist.</summary>
public static class Numbers
{
    /// <summary>What stands for a number that does not exist.</summary>
    public const string None = "–";

    /// <summary>Three significant digits unless told otherwise: 0.0123, 12.3, 1230, 1.2e-5.</summary>
    public static string Rounded(double? number, int digits = 3)
    {
        if (number is not { } value || double.IsNaN(value))
        {
            return None;
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "∞" : "−∞";
        }

        double size = Math.Abs(value);
        if (size == 0)
        {
            return "0";
        }

        if (size is < 1e-4 or >= 1e6)
        {
            return Signed(value.ToString("0." + new string('#', digits - 1) + "e+0", CultureInfo.InvariantCulture).Replace("e+", "e", StringComparison.Ordinal));
        }

        int decimals = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(size)), 0, 10);
        return Signed(value.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture));
    }

    /// <summary>With its sign, for differences: +0.012, −3.4, 0.</summary>
    public static string Difference(double value, int digits = 3)
    {
        return value > 0 ? "+" + Rounded(value, digits) : Rounded(value, digits);
    }

    /// <summary>From the lowest to the highest: 0.45 to 0.55, or one number where both read the same.</summary>
    public static string Range(IEnumerable<double> values)
    {
        double[] all = [.. values];
        (string low, string high) = all.Length == 0 ? (None, None) : (Rounded(all.Min()), Rounded(all.Max()));
        return low == high ? low : $"{low} to {high}";
    }

    /// <summary>A share as a percentage: 0 %, below 0.1 %, 3.2 %, 51 %.</summary>
    public static string Percent(double? share)
    {
        return share switch
        {
            null or double.NaN => None,
            > 0 and < 0.001 => "below 0.1\u00a0%",
            < 0.1 => (share.Value * 100).ToString("0.#", CultureInfo.InvariantCulture) + "\u00a0%",
            _ => (share.Value * 100).ToString("0", CultureInfo.InvariantCulture) + "\u00a0%",
        };
    }

    /// <summary>A length of time: 42 s, 3.5 min, 2.1 h.</summary>
    public static string Duration(double? seconds)
    {
        return seconds switch
        {
            null => None,
            < 90 => $"{Rounded(seconds)} s",
            < 5400 => $"{Rounded(seconds / 60)} min",
            _ => $"{Rounded(seconds / 3600)} h",
        };
    }

    /// <summary>A time in UTC, to the minute.</summary>
    public static string Time(DateTimeOffset time)
    {
        return time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
    }

    // The minus sign is as wide as the plus sign; the hyphen is not.
    private static string Signed(string number)
    {
        return number.StartsWith('-') ? $"−{number.AsSpan(1)}" : number;
    }
}
