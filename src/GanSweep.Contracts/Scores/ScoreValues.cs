using System.Collections.Immutable;

namespace GanSweep.Contracts.Scores;

/// <summary>The scores of one table, by name, so that whoever passes them on need not know them. Equal if all of them are.</summary>
/// <param name="Values">Those that were computed.</param>
/// <remarks>Ids 0 to 22 were members of this record, one a score.</remarks>
[GenerateSerializer, Immutable, Alias("GanSweep.GanScores")]
public sealed record ScoreValues([property: Id(23)] ImmutableArray<ScoreValue> Values)
{
    /// <inheritdoc/>
    public bool Equals(ScoreValues? other)
    {
        return other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan());
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (ScoreValue value in Values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
