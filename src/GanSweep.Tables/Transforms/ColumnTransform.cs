namespace GanSweep.Tables.Transforms;

/// <summary>One column's fitted transform. The inverse never leaves [low, high], whatever a network says; NaN stays NaN.</summary>
internal sealed class ColumnTransform(ColumnMap map, double low, double high)
{
    /// <summary>How many decimals the inverse is rounded to, halves to even; null if it is not.</summary>
    public int? Decimals { get; init; }

    /// <summary>The values that the inverse is held to, strictly increasing; null if it may give others.</summary>
    public double[]? Levels { get; init; }

    /// <summary>The weekdays that the inverse, a day, is held to: a bit for each, Sunday's the lowest; null if it may be on any.</summary>
    public int? Weekdays { get; init; }

    /// <summary>From a value of the table to what the networks see.</summary>
    public double Forward(double value)
    {
        return map.Forward(value);
    }

    /// <summary>From what the generator says to a value of the table. Never the negative zero: its sum with the positive one is that.</summary>
    public double Inverse(double score)
    {
        double value = map.Inverse(score);
        if (Levels is not null)
        {
            return 0.0 + ColumnLevels.Nearest(Levels, value);
        }

        double bounded = Math.Clamp(Decimals is { } decimals ? Math.Round(value, decimals) : value, low, high);
        return 0.0 + (Weekdays is { } weekdays ? ColumnWeekdays.Nearest(weekdays, bounded, low, high) : bounded);
    }
}
