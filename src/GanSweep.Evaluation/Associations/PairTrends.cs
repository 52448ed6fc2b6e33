using System.Runtime.InteropServices;
using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Associations;

/// <summary>
/// "Column Pair Trends" of SDMetrics, its thresholds at 0, of a table with levels: for two measures 1 − |pearson_s − pearson_r| / 2, left out where
/// either table has no correlation; for a pair with levels the ContingencySimilarity. Of more than 16,384 pairs as many evenly spaced ones stand for all.
/// </summary>
internal sealed class PairTrends
{
    private PairTrends(Comparison comparison)
    {
        BinnedColumns real = comparison.Real.Part(side => new BinnedColumns(side.Columns, side.Sorted));
        double[] ofReal = comparison.Real.Part(side => new RealCorrelations(side)).OfPairs;
        BinnedColumns synthetic = new(comparison.Columns, comparison.Sorted);
        double sum = 0;
        double sumWithLevels = 0;
        int count = 0;
        int countWithLevels = 0;
        foreach ((int pair, (int first, int second)) in ColumnPairs.Of(comparison.Synthetic.ColumnCount).Index())
        {
            if (comparison.Columns.Levels[first] is null && comparison.Columns.Levels[second] is null)
            {
                double similarity = 1 - (Math.Abs(AssociationMatrix.CentredOf(comparison).Correlation(first, second) - ofReal[pair]) / 2);
                (sum, count) = double.IsNaN(similarity) ? (sum, count) : (sum + similarity, count + 1);
            }
            else
            {
                sumWithLevels += Similarity(real, synthetic, first, second);
                countWithLevels++;
            }
        }

        Contingency = countWithLevels == 0 ? null : sumWithLevels / countWithLevels;
        Mean = count + countWithLevels == 0 ? null : (sum + sumWithLevels) / (count + countWithLevels);
    }

    /// <summary>The mean over all pairs; null if there are none.</summary>
    public double? Mean { get; }

    /// <summary>The mean over the pairs with levels; null if there are none.</summary>
    public double? Contingency { get; }

    /// <summary>Those of a comparison.</summary>
    public static PairTrends Of(Comparison comparison)
    {
        return comparison.Part(each => new PairTrends(each));
    }

    /// <summary>
    /// <c>contingencySimilarity</c>: mean over the pairs of columns with levels of 1 − ½ Σ |p_s − p_r| of the pairs of levels, measures in ten bins;
    /// null without such a pair.
    /// </summary>
    public static double? ContingencySimilarity(Comparison comparison)
    {
        return comparison.Real.HasLevels ? Of(comparison).Contingency : null;
    }

    private static double Similarity(BinnedColumns real, BinnedColumns synthetic, int first, int second)
    {
        int[] x = real.Of(first);
        int[] y = real.Of(second);
        int[] otherX = synthetic.Of(first);
        int[] otherY = synthetic.Of(second);
        int width = Math.Max(real.BoundOf(second), synthetic.BoundOf(second));
        long cells = (long)Math.Max(real.BoundOf(first), synthetic.BoundOf(first)) * width;

        // Counts times the other table's rows are whole numbers: their sum is the same in any order.
        long sum = cells <= 4L * (x.Length + otherX.Length)
            ? OfAllCells(new long[cells], width, x, y, otherX, otherY)
            : OfPairsFound(width, x, y, otherX, otherY);
        return 1 - (sum / (2.0 * x.Length * otherX.Length));
    }

    private static long OfAllCells(long[] differences, int width, int[] x, int[] y, int[] otherX, int[] otherY)
    {
        for (int row = 0; row < x.Length; row++)
        {
            differences[(x[row] * width) + y[row]] += otherX.Length;
        }

        for (int row = 0; row < otherX.Length; row++)
        {
            differences[(otherX[row] * width) + otherY[row]] -= x.Length;
        }

        return differences.Sum(Math.Abs);
    }

    private static long OfPairsFound(int width, int[] x, int[] y, int[] otherX, int[] otherY)
    {
        Dictionary<long, long> differences = [];
        for (int row = 0; row < x.Length; row++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(differences, ((long)x[row] * width) + y[row], out _) += otherX.Length;
        }

        for (int row = 0; row < otherX.Length; row++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(differences, ((long)otherX[row] * width) + otherY[row], out _) -= x.Length;
        }

        return differences.Values.Sum(Math.Abs);
    }

    /// <summary>Pearson's correlations of the real table, of the pairs in their order; NaN of those with levels. The columns that they are computed of are not kept.</summary>
    private sealed class RealCorrelations
    {
        public RealCorrelations(RealSide real)
        {
            CentredColumns centred = new(real.Table, real.Moments);
            OfPairs =
            [
                .. ColumnPairs.Of(real.Table.ColumnCount).Select(pair =>
                    real.Columns.Levels[pair.First] is null && real.Columns.Levels[pair.Second] is null ? centred.Correlation(pair.First, pair.Second) : double.NaN),
            ];
        }

        public double[] OfPairs { get; }
    }
}
