using System.Collections.Immutable;

namespace GanSweep.Reporting.Statistics;

/// <summary>Where the cumulative sums of paths are after so many rows: quantiles of type 7, at each row by itself, so that no path need follow one.</summary>
/// <param name="Rows">The rows after which they are told, ascending.</param>
/// <param name="Quantiles">Those of the <see cref="Shares"/>, <c>[shares][rows]</c>.</param>
internal sealed record PathFan(ImmutableArray<int> Rows, ImmutableArray<ImmutableArray<double>> Quantiles)
{
    /// <summary>The shares of paths that are below each quantile.</summary>
    public static ImmutableArray<double> Shares { get; } = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>That of some paths.</summary>
    /// <param name="sums">Their sums after each row, <c>[paths][rows + 1]</c>; at least one.</param>
    /// <param name="rows">The rows after which it is told; those are left out after which a sum is beyond all numbers.</param>
    public static PathFan Of(IReadOnlyList<double[]> sums, IEnumerable<int> rows)
    {
        (int Row, double[] Sums)[] after = [.. rows.Select(row => (row, sums.Select(path => path[row]).Order().ToArray())).Where(each => each.Item2.All(double.IsFinite))];
        return new PathFan([.. after.Select(each => each.Row)], [.. Shares.Select(share => after.Select(each => TableStatistics.Quantile(each.Sums, share)).ToImmutableArray())]);
    }
}
