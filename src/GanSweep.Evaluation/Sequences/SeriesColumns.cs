using System.Collections.Immutable;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Moments;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Sequences;

/// <summary>
/// The columns of numbers of rows that follow each other, as scores of time read them: each divided by a power of two that brings the real column's range
/// near 1, which changes no digit, and so that no sum of them overflows.
/// </summary>
internal sealed class SeriesColumns
{
    // So far beyond the real column no score tells one number from another.
    private const double Farthest = 1e100;

    private SeriesColumns(SequencedTable sequence, ImmutableArray<double> scales)
    {
        Series = [.. sequence.Series];
        Scales = scales;
        Values = [.. sequence.Values.Zip(scales, (column, scale) => Scaled(sequence.Table.Column(column), scale))];
        Filled = [.. Values.Select(Fill)];
    }

    /// <summary>Where each series begins and ends among the rows.</summary>
    public ImmutableArray<Range> Series { get; }

    /// <summary>The columns, <c>[columns][rows]</c>; a missing cell is NaN.</summary>
    public double[][] Values { get; }

    /// <summary>The columns without gaps: a missing cell stands at the mean of the cells of its series, or at 0 where there are none.</summary>
    public double[][] Filled { get; }

    private ImmutableArray<double> Scales { get; }

    /// <summary>Those of the real rows; null where rows do not follow each other, or have no numbers.</summary>
    public static SeriesColumns? Of(RealSide real)
    {
        return real.Sequence is not { Values.IsEmpty: false } sequence ? null : real.Part(_ => new SeriesColumns(
            sequence, [.. sequence.Values.Select(column => real.Moments[column].Scale)]));
    }

    /// <summary>Those of the synthetic rows; null where rows do not follow each other, or have no numbers.</summary>
    public static SeriesColumns? Of(Comparison comparison)
    {
        return Of(comparison.Real) is { } real ? comparison.Part(each => new SeriesColumns(each.Sequence!, real.Scales)) : null;
    }

    private static double[] Scaled(ReadOnlySpan<double> values, double scale)
    {
        double[] scaled = new double[values.Length];
        for (int row = 0; row < scaled.Length; row++)
        {
            scaled[row] = Math.Clamp(values[row] * scale, -Farthest, Farthest);
        }

        return scaled;
    }

    private double[] Fill(double[] values)
    {
        if (!values.AsSpan().ContainsAnyExceptInRange(double.MinValue, double.MaxValue))
        {
            return values;
        }

        double[] filled = [.. values];
        foreach (Range series in Series)
        {
            Span<double> cells = filled.AsSpan(series);
            double[] present = [.. cells.ToArray().Where(value => !double.IsNaN(value))];
            cells.Replace(double.NaN, present.Length == 0 ? 0 : CentredSums.Sum(present, 0, 1) / present.Length);
        }

        return filled;
    }
}
