using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace GanSweep.Tables.Schema;

/// <summary>A column of a table: its name, and what its numbers stand for. A missing cell is NaN, whatever the kind.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its numbers stand for.</param>
public sealed record ColumnSchema(string Name, ColumnKind Kind = ColumnKind.Number)
{
    /// <summary>The words that the numbers 0, 1, … of a category or a boolean stand for, all different; empty for other kinds.</summary>
    public ImmutableArray<string> Levels { get; init; } = [];

    /// <summary>What the numbers of a date count.</summary>
    public DateUnit Unit { get; init; }

    /// <summary>Whether its numbers are places in levels, not amounts.</summary>
    [JsonIgnore]
    public bool HasLevels => Kind is ColumnKind.Category or ColumnKind.Boolean;

    /// <inheritdoc/>
    public bool Equals(ColumnSchema? other)
    {
        return other is not null && Name == other.Name && Kind == other.Kind && Unit == other.Unit && Levels.SequenceEqual(other.Levels);
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        return HashCode.Combine(Name, Kind, Unit, Levels.Length);
    }
}
