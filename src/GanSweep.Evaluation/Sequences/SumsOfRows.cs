using System.Collections.Immutable;
using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Moments;

namespace GanSweep.Evaluation.Sequences;

/// <summary>What rows add up to: the overlapping sums of 5 and of 20 consecutive rows of a series, which of daily rows are a week's and a month's.</summary>
internal sealed class SumsOfRows
{
    /// <param name="columns">The series.</param>
    public SumsOfRows(SeriesColumns columns)
    {
        // [column][length]
        Sorted = [.. columns.Filled.Select(column => Lengths.Select(rows => new SortedColumn(Of(columns, column, rows), forRanks: false)).ToArray())];
    }

    /// <summary>How many rows are added up.</summary>
    public static ImmutableArray<int> Lengths { get; } = [5, 20];

    /// <summary>The sums in ascending order, by column and length.</summary>
    public SortedColumn[][] Sorted { get; }

    /// <summary>
    /// <c>aggregateGap</c>: mean over columns and lengths of the Wasserstein-1 distance of the sums / the standard deviation of the real ones; null where no
    /// series is long enough.
    /// </summary>
    public static double? Gap(Comparison comparison)
    {
        if (SeriesColumns.Of(comparison.Real) is not { } columns || SeriesColumns.Of(comparison) is not { } others)
        {
            return null;
        }

        SumsOfRows real = comparison.Real.Part(_ => new SumsOfRows(columns));
        SumsOfRows synthetic = comparison.Part(_ => new SumsOfRows(others));
        double[] gaps = [.. real.Sorted.Zip(synthetic.Sorted).SelectMany(pair => pair.First.Zip(pair.Second, GapOf)).OfType<double>()];
        return gaps.Length == 0 ? null : gaps.Average();
    }

    private static double? GapOf(SortedColumn real, SortedColumn synthetic)
    {
        return real.Values.IsEmpty || synthetic.Values.IsEmpty
            ? null
            : Math.Min(DistributionDistance.Between(real.Values, synthetic.Values).Wasserstein1 / ColumnMoments.TryOf(real.Values)!.Value.Unit, RealSide.LargestGap);
    }

    private static double[] Of(SeriesColumns columns, double[] values, int rows)
    {
        List<double> sums = [];
        foreach (Range series in columns.Series)
        {
            ReadOnlySpan<double> cells = values.AsSpan(series);
            for (int start = 0; start + rows <= cells.Length; start++)
            {
                double sum = 0;
                foreach (double value in cells.Slice(start, rows))
                {
                    sum += value;
                }

                sums.Add(sum);
            }
        }

        return [.. sums];
    }
}
