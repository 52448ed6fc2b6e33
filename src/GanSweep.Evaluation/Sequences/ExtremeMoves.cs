using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Moments;
using GanSweep.Numerics.Elementary;

namespace GanSweep.Evaluation.Sequences;

/// <summary>
/// The ends of the columns, of all rows together: the expected shortfall, the mean of the ⌈0.025 n⌉ most extreme values of an end (Acerbi and Tasche, "On the
/// coherence of expected shortfall", 2002), and how heavy they are, by Hill's estimator over the ⌊0.05 n⌋ largest magnitudes ("A simple general approach to
/// inference about the tail of a distribution", 1975). Of missing cells nothing is counted.
/// </summary>
internal sealed class ExtremeMoves
{
    private const int OneIn = 40;
    private const int OneInOfHill = 20;

    private readonly (double Low, double High)?[] _shortfalls;
    private readonly double?[] _tailIndices;

    private ExtremeMoves(SeriesColumns columns)
    {
        double[][] present = [.. columns.Values.Select(column => column.Where(value => !double.IsNaN(value)).ToArray())];
        _shortfalls = [.. present.Select(ShortfallsOf)];
        _tailIndices = [.. present.Select(TailIndexOf)];
        Units = [.. present.Select(column => ColumnMoments.TryOf(column)!.Value.Unit)];
    }

    // What shortfalls of the real columns are measured in.
    private double[] Units { get; }

    /// <summary><c>shortfallGap</c>: mean over columns and both ends of |ES_s − ES_r| / std_r; null without series.</summary>
    public static double? ShortfallGap(Comparison comparison)
    {
        return MeanOver(comparison, (real, synthetic, column) => real._shortfalls[column] is { } expected && synthetic._shortfalls[column] is { } found
            ? Gap(found.Low - expected.Low, real.Units[column]) / 2 + (Gap(found.High - expected.High, real.Units[column]) / 2)
            : null);
    }

    /// <summary><c>tailIndexGap</c>: mean over columns of the gap of Hill's estimator; null without series, or with fewer than 20 values.</summary>
    public static double? TailIndexGap(Comparison comparison)
    {
        return MeanOver(comparison, (real, synthetic, column) => Math.Abs((synthetic._tailIndices[column] - real._tailIndices[column]) ?? double.NaN) is var gap && !double.IsNaN(gap) ? gap : null);
    }

    private static double? MeanOver(Comparison comparison, Func<ExtremeMoves, ExtremeMoves, int, double?> gapOf)
    {
        if (SeriesColumns.Of(comparison.Real) is not { } columns || SeriesColumns.Of(comparison) is not { } others)
        {
            return null;
        }

        ExtremeMoves real = comparison.Real.Part(_ => new ExtremeMoves(columns));
        ExtremeMoves synthetic = comparison.Part(_ => new ExtremeMoves(others));
        double[] gaps = [.. Enumerable.Range(0, columns.Values.Length).Select(column => gapOf(real, synthetic, column)).OfType<double>()];
        return gaps.Length == 0 ? null : gaps.Average();
    }

    private static double Gap(double difference, double unit)
    {
        return Math.Min(Math.Abs(difference) / unit, RealSide.LargestGap);
    }

    private static (double Low, double High)? ShortfallsOf(double[] values)
    {
        if (values.Length == 0)
        {
            return null;
        }

        ReadOnlySpan<double> sorted = new SortedColumn(values, forRanks: false).Values;
        int count = (values.Length + OneIn - 1) / OneIn;
        return (CentredSums.Sum(sorted[..count], 0, 1) / count, CentredSums.Sum(sorted[^count..], 0, 1) / count);
    }

    // The mean of log(x_(i) / x_(k+1)); 0 where the k + 1st is 0, since what has no size has no tail.
    private static double? TailIndexOf(double[] values)
    {
        int count = values.Length / OneInOfHill;
        if (count == 0)
        {
            return null;
        }

        ReadOnlySpan<double> sorted = new SortedColumn([.. values.Select(Math.Abs)], forRanks: false).Values;
        double threshold = sorted[^(count + 1)];
        double sum = 0;
        if (threshold > 0)
        {
            double log = Logarithm.Of(threshold);
            foreach (double value in sorted[^count..])
            {
                sum += Logarithm.Of(value) - log;
            }
        }

        return sum / count;
    }
}
