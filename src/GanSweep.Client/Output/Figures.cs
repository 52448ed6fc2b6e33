using System.Globalization;

namespace GanSweep.Client.Output;

/// <summary>Numbers for people: four significant digits, aligned at the point.</summary>
internal static class Figures
{
    private const int Digits = 4;

    /// <summary>What stands for a number that is not there.</summary>
    public const string None = "–";

    /// <summary>Four significant digits: 0.01234, 1.000, 123.5, 1.234e-06.</summary>
    public static string Of(double? value)
    {
        if (value is not double number || !double.IsFinite(number))
        {
            return None;
        }

        double size = Math.Abs(number);
        if (size != 0 && size is < 1e-4 or >= 1e6)
        {
            return number.ToString("0.000e-00", CultureInfo.InvariantCulture);
        }

        int decimals = size == 0 ? Digits - 1 : Math.Max(0, Digits - 1 - (int)Math.Floor(Math.Log10(size)));
        return number.ToString("F" + decimals, CultureInfo.InvariantCulture);
    }

    /// <summary>The numbers of a column, padded on the right so that their points stand below each other.</summary>
    public static string[] Align(IEnumerable<double?> values)
    {
        string[] texts = [.. values.Select(Of)];
        int longest = texts.Length == 0 ? 0 : texts.Max(Fraction);
        return [.. texts.Select(text => text == None ? text : text + new string(' ', longest - Fraction(text)))];
    }

    /// <summary>A duration by its two largest units: 42s, 3m 05s, 2h 10m, 4d 03h.</summary>
    public static string Of(TimeSpan duration)
    {
        return duration switch
        {
            { TotalSeconds: < 60 } => $"{duration.Seconds}s",
            { TotalMinutes: < 60 } => $"{duration.Minutes}m {duration.Seconds:00}s",
            { TotalHours: < 24 } => $"{duration.Hours}h {duration.Minutes:00}m",
            _ => $"{(int)duration.TotalDays}d {duration.Hours:00}h",
        };
    }

    /// <summary>A count with a comma between thousands.</summary>
    public static string Count(long count)
    {
        return count.ToString("N0", CultureInfo.InvariantCulture);
    }

    private static int Fraction(string text)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : text.Length - point;
    }
}
