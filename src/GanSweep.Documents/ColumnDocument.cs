using System.Collections.Immutable;
using GanSweep.Tables.Inference;

namespace GanSweep.Documents;

/// <summary>What was understood of a column of a table's file.</summary>
public sealed record ColumnDocument(
    string Name, string Kind, string Why, string Values, int Levels, double Missing, ImmutableArray<string> Examples, ImmutableArray<string> Warnings)
{
    /// <summary>The document of a column.</summary>
    public static ColumnDocument Of(ColumnProfile column)
    {
        return new ColumnDocument(column.Name, column.Kind, column.Why, column.Values, column.LevelCount, column.MissingShare, column.Examples, column.Warnings);
    }
}
