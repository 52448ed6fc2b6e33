namespace GanSweep.Documents;

/// <summary>Durations, which are seconds in documents.</summary>
internal static class Durations
{
    /// <summary>The duration of so many seconds, to the tick; one that is too long for one is the longest.</summary>
    public static TimeSpan Of(double seconds)
    {
        double ticks = Math.Round(seconds * TimeSpan.TicksPerSecond);
        return ticks >= TimeSpan.MaxValue.Ticks ? TimeSpan.MaxValue : double.IsNaN(ticks) || ticks < 0 ? TimeSpan.Zero : new TimeSpan((long)ticks);
    }

    /// <summary>The same of what may be missing.</summary>
    public static TimeSpan? OrNull(double? seconds)
    {
        return seconds is { } known ? Of(known) : null;
    }
}
