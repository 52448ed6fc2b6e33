using System.Collections.Immutable;
using GanSweep.Client.Output;

namespace GanSweep.Client.Attacks.Texts;

/// <summary>Rows of a file in words, by their numbers from 1.</summary>
internal static class RowRanges
{
    // Of a window whose rows stand among those of other series; --json has them all.
    private const int MostRanges = 3;

    /// <summary>121 to 140; 3 to 5, 9; of rows that stand in many places 20 of rows 3 to 98.</summary>
    /// <param name="rows">Their numbers from 0, in any order, at least one.</param>
    public static string Of(ImmutableArray<int> rows)
    {
        int[] sorted = [.. rows.Order()];

        // What follows the one before it by one has the same distance to its place.
        (int First, int Last)[] ranges = [.. sorted.Index().GroupBy(row => row.Item - row.Index, row => row.Item + 1).Select(range => (range.Min(), range.Max()))];
        return ranges.Length <= MostRanges
            ? string.Join(", ", ranges.Select(range => range.First == range.Last ? $"{range.First}" : $"{range.First} to {range.Last}"))
            : $"{Figures.Count(rows.Length)} of rows {ranges[0].First} to {ranges[^1].Last}";
    }
}
