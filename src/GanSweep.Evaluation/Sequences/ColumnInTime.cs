using System.Collections.Immutable;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Sequences;

/// <summary>A column of rows that follow each other, real or synthetic, as a person looks at it: what the scores of time are made of.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Autocorrelations">Of its values at the lags 1, 2, … 20, the mean over series; NaN where no series is long enough.</param>
/// <param name="MagnitudeAutocorrelations">Of their distances from the mean.</param>
/// <param name="Drawdowns">In every 60 rows the largest fall of the sum, in ascending order; in the column's unit.</param>
/// <param name="Weeks">The sums of 5 consecutive rows, in ascending order.</param>
/// <param name="Months">The sums of 20 consecutive rows, in ascending order.</param>
/// <param name="Paths">Of each series the values, gaps filled with its mean.</param>
public sealed record ColumnInTime(
    string Name,
    ImmutableArray<double> Autocorrelations,
    ImmutableArray<double> MagnitudeAutocorrelations,
    ImmutableArray<double> Drawdowns,
    ImmutableArray<double> Weeks,
    ImmutableArray<double> Months,
    ImmutableArray<ImmutableArray<double>> Paths)
{
    /// <summary>The columns of numbers of both tables; none where there are none.</summary>
    /// <param name="real">The whole real table, of at least two rows.</param>
    /// <param name="synthetic">Rows that follow each other as they stand there, group by group; at least two.</param>
    /// <param name="sequence">How the real rows follow each other.</param>
    /// <exception cref="ArgumentException">The columns differ, or the table has not those of the sequence.</exception>
    public static ImmutableArray<(ColumnInTime Real, ColumnInTime Synthetic)> Of(Table real, Table synthetic, RowSequence sequence)
    {
        RealSide side = new(real, new HoldoutSplit(real, null), sequence: SequencedTable.Of(real, sequence));
        Comparison comparison = new(side, synthetic);
        return SeriesColumns.Of(side) is { } ofReal && SeriesColumns.Of(comparison) is { } ofSynthetic ? [.. Of(side, ofReal).Zip(Of(side, ofSynthetic))] : [];
    }

    private static IEnumerable<ColumnInTime> Of(RealSide real, SeriesColumns columns)
    {
        Autocorrelations correlations = new(columns);
        Drawdowns drawdowns = new(columns);
        SumsOfRows sums = new(columns);
        foreach ((int number, int column) in real.Sequence!.Values.Index())
        {
            double scale = real.Moments[column].Scale;
            ImmutableArray<double> InUnit(ReadOnlySpan<double> values)
            {
                return [.. values.ToArray().Select(value => value / scale)];
            }

            yield return new ColumnInTime(
                real.Table.ColumnNames[column],
                [.. correlations.OfValues[number]],
                [.. correlations.OfMagnitudes[number]],
                InUnit(drawdowns.Of[number].Order().ToArray()),
                InUnit(sums.Sorted[number][0].Values),
                InUnit(sums.Sorted[number][1].Values),
                [.. columns.Series.Select(series => InUnit(columns.Filled[number].AsSpan(series)))]);
        }
    }
}
