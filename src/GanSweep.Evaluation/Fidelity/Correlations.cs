using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Moments;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Fidelity;

/// <summary>
/// How far the correlations of the pairs of columns are apart. A pair with a constant real column is left out; a constant synthetic column
/// has correlation 0 with every other. Of more than 16,384 pairs, those of 182 columns, as many evenly spaced ones stand for all.
/// </summary>
internal static class Correlations
{
    /// <summary><c>correlationDistance</c>: mean over column pairs of |pearson_s − pearson_r|; 0 without pairs.</summary>
    public static double? Distance(Comparison comparison)
    {
        return comparison.Part(each => new PearsonDistance(PearsonOf(each.Real).DistanceTo(each.Synthetic, each.Moments))).Value;
    }

    /// <summary><c>rankCorrelationDistance</c>: mean over column pairs of |spearman_s − spearman_r|, equal values sharing their mean rank.</summary>
    public static double? RankDistance(Comparison comparison)
    {
        Table ranks = RanksOf(comparison.Synthetic, column => comparison.Sorted[column].Ranks());
        return comparison.Real.Part(real => new Spearman(real)).Matrix.DistanceTo(ranks, MomentsOf(ranks));
    }

    /// <summary>
    /// <c>correlationSimilarity</c>: mean over column pairs of 1 − |pearson_s − pearson_r| / 2, the CorrelationSimilarity of SDMetrics with its
    /// threshold at 0; null without a pair of columns that vary.
    /// </summary>
    public static double? Similarity(Comparison comparison)
    {
        return HasPairs(comparison.Real) ? 1 - (Distance(comparison) / 2) : null;
    }

    /// <summary>Whether there is a pair of columns that vary.</summary>
    public static bool HasPairs(RealSide real)
    {
        return PearsonOf(real).HasPairs;
    }

    private static CorrelationMatrix PearsonOf(RealSide real)
    {
        return real.Part(side => CorrelationMatrix.Of(side.Table, side.Moments));
    }

    // Pearson's correlations of ranks are Spearman's (1904).
    private static Table RanksOf(Table table, Func<int, double[]> ranksOfColumn)
    {
        return new Table(table.ColumnNames, [.. Enumerable.Range(0, table.ColumnCount).Select(ranksOfColumn)]);
    }

    private static ColumnMoments[] MomentsOf(Table ranks)
    {
        return [.. Enumerable.Range(0, ranks.ColumnCount).Select(column => ColumnMoments.TryOf(ranks.Column(column))!.Value)];
    }

    private sealed record PearsonDistance(double Value);

    private sealed class Spearman
    {
        public Spearman(RealSide real)
        {
            Table ranks = RanksOf(real.Table, column => SortedColumn.RanksOf(real.Table.Column(column)));
            Matrix = CorrelationMatrix.Of(ranks, MomentsOf(ranks));
        }

        public CorrelationMatrix Matrix { get; }
    }
}
