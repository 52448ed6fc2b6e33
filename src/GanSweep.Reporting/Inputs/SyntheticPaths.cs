using System.Collections.Immutable;

namespace GanSweep.Reporting.Inputs;

/// <summary>Synthetic paths that are held against one real series, each as long as what of it is shown.</summary>
/// <param name="Series">The number of the real series, from 0, in the order that series have.</param>
/// <param name="Group">The word of the series; null if it is the only one.</param>
/// <param name="Length">Rows of each path.</param>
/// <param name="Columns">The first <see cref="MostColumns"/> of the columns of numbers that series are of, path after path, <c>[columns][paths * length]</c>; a missing cell is NaN.</param>
public sealed record SyntheticPaths(int Series, string? Group, int Length, ImmutableArray<double[]> Columns)
{
    /// <summary>The most columns that are shown in time.</summary>
    public const int MostColumns = 8;

    /// <summary>How many paths.</summary>
    public int Count => Columns.IsEmpty ? 0 : Columns[0].Length / Length;
}
