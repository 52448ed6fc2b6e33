using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace GanSweep.Tables.Transforms;

/// <summary>What a transform keeps of the column it was fitted on. One sealed record a family of transforms.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Minimum">The smallest value of the column.</param>
/// <param name="Maximum">The largest value of the column. Equal to <paramref name="Minimum"/> for a constant column.</param>
public abstract record ColumnTransformParameters(string Name, double Minimum, double Maximum)
{
    /// <summary>
    /// Whether every value of the column is a whole number. Its synthetic values are whole then, and within the observed range, whatever the
    /// transform: a flag stays 0 or 1.
    /// </summary>
    public bool Whole { get; init; }

    /// <summary>
    /// The distinct values of a column that has no others to give, strictly increasing; null for every other column. Its synthetic values
    /// are the nearest of these: a code is one that exists. <see cref="ColumnLevels"/> says which columns have levels.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<double>? Levels { get; init; }

    /// <summary>How many decimals every value of the column gets by with, 1 to 6: its synthetic values have no more. Null where they are whole or have more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Decimals { get; init; }

    /// <summary>The weekdays of a column of days that lacks some of them: a bit for each, Sunday's the lowest. Null for every other column.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Weekdays { get; init; }

    /// <summary>What its cells can be; null where they are always amounts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ColumnOutcomes? Outcomes { get; init; }

    /// <summary>Demands that something holds of parameters from outside.</summary>
    /// <exception cref="TransformException">It does not.</exception>
    internal void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new TransformException($"The transform of column \"{Name}\" is not one that was fitted: {otherwise}.", Name);
        }
    }
}
