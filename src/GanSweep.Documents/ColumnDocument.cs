using System.Collections.Immutable;
using GanSweep.Tables.Inference;

namespace GanSweep.Documents;

/// <summary>What was understood of a column of a table's file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is: number, whole, category, boolean, date, id, constant or drop.</param>
/// <param name="Why">Why it was taken for that.</param>
/// <param name="Values">Its values in words.</param>
/// <param name="Levels">How many different words it has; 0 for numbers.</param>
/// <param name="Missing">The share of its cells that are missing.</param>
/// <param name="Examples">Some of its cells, as they stand in the file.</param>
/// <param name="Warnings">What to look at.</param>
public sealed record ColumnDocument(
    string Name, string Kind, string Why, string Values, int Levels, double Missing, ImmutableArray<string> Examples, ImmutableArray<string> Warnings)
{
    /// <summary>The document of a column.</summary>
    public static ColumnDocument Of(ColumnProfile column)
    {
        return new ColumnDocument(column.Name, column.Kind, column.Why, column.Values, column.LevelCount, column.MissingShare, column.Examples, column.Warnings);
    }
}
