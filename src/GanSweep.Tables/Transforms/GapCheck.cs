using System.Collections.Immutable;

namespace GanSweep.Tables.Transforms;

/// <summary>The one door for groups of gaps that come from outside, in a generator's file.</summary>
internal static class GapCheck
{
    /// <summary>Demands that groups are such as a fit gives.</summary>
    /// <param name="gaps">The groups.</param>
    /// <param name="columns">The columns that they are of.</param>
    /// <exception cref="TransformException">They are not.</exception>
    public static void Demand(ImmutableArray<GapGroup> gaps, IReadOnlyList<ColumnTransformParameters> columns)
    {
        HashSet<string> seen = [];
        foreach (GapGroup? group in gaps)
        {
            Demand(group is { Columns: { IsDefault: false, Length: >= 2 }, Patterns: { IsDefault: false, Length: >= 1 and <= GapGroup.MostPatterns } }, "has fewer than two columns, or not 1 to 64 patterns");
            Demand(
                group!.Columns.All(name => columns.FirstOrDefault(column => column.Name == name)?.Outcomes is { Count: > 1 } outcomes && outcomes.Codes.Contains(ColumnOutcomes.Missing) && seen.Add(name)),
                "names a column twice, or one without cells that are missing and others that are there");
            Demand(
                group.Patterns.Distinct().Count() == group.Patterns.Length
                    && group.Patterns.All(pattern => pattern?.Length == group.Columns.Length && pattern.All(cell => cell is GapGroup.Missing or GapGroup.There)),
                "has patterns that are alike, or do not say 0 or 1 for each column");
            Demand(
                !group.Shares.IsDefault && group.Shares.Length == group.Patterns.Length && group.Shares.All(share => share is > 0 and <= 1)
                    && !group.Biases.IsDefault && group.Biases.Length == group.Patterns.Length && group.Biases.All(float.IsFinite),
                "does not have one share above 0 and one finite bias for each pattern");
        }
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new TransformException($"A group of columns whose missing cells are one choice {otherwise}.", string.Empty);
        }
    }
}
