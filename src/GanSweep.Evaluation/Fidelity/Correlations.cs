using GanSweep.Evaluation.Associations;
using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Moments;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Fidelity;

/// <summary>
/// How far the correlations of the pairs of measures are apart, over the rows where both are there. A pair with a constant real column is left out; a
/// constant synthetic column has correlation 0 with every other. Of more than 16,384 pairs, those of 182 columns, as many evenly spaced ones stand for all.
/// </summary>
internal static class Correlations
{
    /// <summary><c>correlationDistance</c>: mean over pairs of measures of |pearson_s − pearson_r|; 0 without pairs, null without measures.</summary>
    public static double? Distance(Comparison comparison)
    {
        return !comparison.Real.HasMeasures ? null : comparison.Part(each =>
            new PearsonDistance(PearsonOf(each.Real).DistanceTo(AssociationMatrix.CentredOf(each)))).Value;
    }

    /// <summary>
    /// <c>rankCorrelationDistance</c>: mean over pairs of measures of |spearman_s − spearman_r|, equal values sharing their mean rank; 0 without
    /// pairs, null without measures.
    /// </summary>
    public static double? RankDistance(Comparison comparison)
    {
        return !comparison.Real.HasMeasures
            ? null
            : comparison.Real.Part(real => new Spearman(real)).Matrix.DistanceTo(
                RanksOf(comparison.Columns, column => comparison.Sorted[column].Ranks()).Centred);
    }

    /// <summary>
    /// <c>correlationSimilarity</c>: mean over pairs of measures of 1 − |pearson_s − pearson_r| / 2, the CorrelationSimilarity of SDMetrics with its
    /// threshold at 0; null without a pair of measures that vary.
    /// </summary>
    public static double? Similarity(Comparison comparison)
    {
        return HasPairs(comparison.Real) ? 1 - (Distance(comparison) / 2) : null;
    }

    /// <summary>Whether there is a pair of measures that vary.</summary>
    public static bool HasPairs(RealSide real)
    {
        return PearsonOf(real).HasPairs;
    }

    private static CorrelationMatrix PearsonOf(RealSide real)
    {
        return real.Part(side => CorrelationMatrix.Of(new CentredColumns(side.Table, side.Moments), side.Moments));
    }

    // Pearson's correlations of ranks are Spearman's (1904). Levels have none.
    private static (CentredColumns Centred, ColumnMoments[] Moments) RanksOf(TableColumns columns, Func<int, double[]> ranksOfPresent)
    {
        double[][] ofColumns =
        [
            .. columns.Levels.Select((levels, column) =>
                levels is null ? Ranks.InRows(columns.Table.Column(column), ranksOfPresent(column)) : new double[columns.Table.RowCount]),
        ];
        Table ranks = new(columns.Table.ColumnNames, ofColumns);
        ColumnMoments[] moments =
        [
            .. columns.Levels.Select((levels, column) => levels is not null ? ColumnMoments.None
                : ColumnMoments.TryOf(ranks.Column(column)) ?? ColumnMoments.TryOf(ranks.Present(column))!.Value),
        ];
        return (CentredColumns.OfRanks(ranks, moments, ofColumns), moments);
    }

    private sealed record PearsonDistance(double Value);

    private sealed class Spearman
    {
        public Spearman(RealSide real)
        {
            (CentredColumns centred, ColumnMoments[] moments) = RanksOf(real.Columns, column => SortedColumn.RanksOf(real.Table.Present(column)));
            Matrix = CorrelationMatrix.Of(centred, moments);
        }

        public CorrelationMatrix Matrix { get; }
    }
}
