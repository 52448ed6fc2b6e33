using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace GanSweep.Tables.Transforms;

/// <summary>
/// What is kept of a column of levels. Up to <see cref="MostOutcomes"/> outcomes each have one of their own; of more, the most frequent. The other levels share one,
/// and which of them it is, is an amount: the normal score of their place in an order (<see cref="LevelOrder"/>), so that their number costs nothing.
/// </summary>
/// <param name="Name">The column's name.</param>
internal sealed record LevelParameters(string Name) : ColumnTransformParameters(Name, 0, 0)
{
    /// <summary>The most outcomes of a column.</summary>
    public const int MostOutcomes = 64;

    /// <summary>The numbers of the levels that share an outcome, in their order; of files of before <c>engine-10</c>, the most frequent first. Null if none do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<int>? Rare { get; init; }

    /// <summary>The places of the rows' levels in <see cref="Rare"/>, as normal scores; null if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuantileParameters? RarePlaces { get; init; }
}
