using System.Globalization;

namespace GanSweep.Sweeps.Access;

/// <summary>Spans of time as people write them: <c>30d</c>, <c>12h</c>, <c>45m</c>.</summary>
public static class Lifetimes
{
    /// <summary>What such a text looks like, for messages.</summary>
    public const string Expected = "a whole number of days, hours or minutes, such as 30d, 12h or 45m";

    /// <summary>Reads one.</summary>
    public static bool TryParse(string text, out TimeSpan lifetime)
    {
        ArgumentNullException.ThrowIfNull(text);
        lifetime = TimeSpan.Zero;
        TimeSpan? unit = text.Length < 2 ? null : text[^1] switch
        {
            'd' => TimeSpan.FromDays(1),
            'h' => TimeSpan.FromHours(1),
            'm' => TimeSpan.FromMinutes(1),
            _ => null,
        };
        if (unit is null || !int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is 0 or > 1_000_000)
        {
            return false;
        }

        lifetime = unit.Value * count;
        return true;
    }
}
