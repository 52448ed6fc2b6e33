using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace GanSweep.Tables.Transforms;

/// <summary>What a transform keeps of the column it was fitted on. One sealed record a family of transforms.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Minimum">The smallest value of the column.</param>
/// <param name="Maximum">The largest value of the column. Equal to <paramref name="Minimum"/> for a constant column.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "parameters")]
[JsonDerivedType(typeof(IdentityParameters), "identity")]
[JsonDerivedType(typeof(AffineParameters), "affine")]
[JsonDerivedType(typeof(QuantileParameters), "quantile")]
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
}
