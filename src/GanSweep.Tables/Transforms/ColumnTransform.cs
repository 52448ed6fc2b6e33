namespace GanSweep.Tables.Transforms;

/// <summary>One column's fitted transform. The inverse never leaves [low, high], whatever a network says; NaN stays NaN.</summary>
internal sealed class ColumnTransform(ColumnMap map, double low, double high)
{
    /// <summary>Whether the inverse is rounded to whole numbers, halves to even.</summary>
    public bool Rounds { get; init; }

    /// <summary>The values that the inverse is held to, strictly increasing; null if it may give others.</summary>
    public double[]? Levels { get; init; }

    /// <summary>From a value of the table to what the networks see.</summary>
    public double Forward(double value)
    {
        return map.Forward(value);
    }

    /// <summary>From what the generator says to a value of the table. Never the negative zero: its sum with the positive one is that.</summary>
    public double Inverse(double score)
    {
        double value = map.Inverse(score);
        return 0.0 + (Levels == null ? Math.Clamp(Rounds ? Math.Round(value) : value, low, high) : ColumnLevels.Nearest(Levels, value));
    }
}
