namespace GanSweep.Tables.Transforms;

/// <summary>The two directions of one column's transform. The inverse never leaves [low, high], whatever a network says; NaN stays NaN.</summary>
internal abstract class ColumnTransform(double low, double high)
{
    /// <summary>Whether the inverse is rounded to whole numbers, halves to even.</summary>
    public bool Rounds { get; init; }

    /// <summary>The values that the inverse is held to, strictly increasing; null if it may give others.</summary>
    public double[]? Levels { get; init; }

    /// <summary>From a value of the table to what the networks see.</summary>
    public abstract double Forward(double value);

    /// <summary>From what the generator says to a value of the table. Never the negative zero: a sum with the positive one is that.</summary>
    public double Inverse(double score)
    {
        double value = Map(score);
        return 0.0 + (Levels == null ? Math.Clamp(Rounds ? Math.Round(value) : value, low, high) : ColumnLevels.Nearest(Levels, value));
    }

    /// <summary>The inverse before it is bounded.</summary>
    protected abstract double Map(double score);
}
