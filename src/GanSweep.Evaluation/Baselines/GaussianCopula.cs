using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Moments;
using GanSweep.Numerics.Distributions;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Baselines;

/// <summary>
/// A normal distribution of the columns' normal scores, with their correlations, mapped back to the columns' empirical margins (Nelsen,
/// "An introduction to copulas", 2006): right columns and rank correlations, but extremes that do not come together. Levels are intervals of the normal
/// scores in the order of their numbers. Whether a cell is missing is a column of its own; where it is, its score counts as 0 in correlations, so that
/// they are those of a distribution.
/// </summary>
internal sealed class GaussianCopula : IBaseline
{
    private const long Step = 2L << 32;

    public string Name => "gaussianCopula";

    public Table Draw(Table training, int rows)
    {
        SortedColumn[] sorted = [.. Enumerable.Range(0, training.ColumnCount).Select(column => new SortedColumn(training.Present(column), forRanks: true))];
        Dictionary<int, double[]> scores = sorted.Select(column => column.Values.Length).Distinct().ToDictionary(cells => cells, ScoresOfRanks);
        int[] partly = [.. Enumerable.Range(0, training.ColumnCount).Where(column => training.MissingCount(column) > 0)];
        double[,] factor = Cholesky(Correlations(
        [
            .. sorted.Select((column, index) => ScoresOf(training, index, column)),
            .. partly.Select(column => ScoresOfMissing(training, column)),
        ]));

        int count = factor.GetLength(0);
        float[] noise = new float[rows * count];
        new CounterRandom(0, RandomPurpose.Baseline, Step).FillNormal(noise);
        double[][] columns = [.. sorted.Select(_ => new double[rows])];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < count; column++)
            {
                double score = 0;
                for (int k = 0; k <= column; k++)
                {
                    score += factor[column, k] * noise[(row * count) + k];
                }

                if (column < sorted.Length)
                {
                    columns[column][row] = ValueAt(scores[sorted[column].Values.Length], sorted[column].Values, score, training.Schema[column].HasLevels);
                }
                else if (IsMissingAt(training, partly[column - sorted.Length], score))
                {
                    columns[partly[column - sorted.Length]][row] = double.NaN;
                }
            }
        }

        return training.WithRows(columns);
    }

    private static double[] ScoresOfRanks(int cells)
    {
        return [.. Enumerable.Range(0, cells).Select(rank => StandardNormal.Quantile((rank + 0.5) / cells))];
    }

    // Normal scores of mid-ranks.
    private static double[] ScoresOf(Table training, int column, SortedColumn sorted)
    {
        double[] scores = [.. sorted.Ranks().Select(rank => StandardNormal.Quantile(((2 * rank) - 1) / (2.0 * sorted.Values.Length)))];
        return Ranks.InRows(training.Column(column), scores, ofMissing: 0);
    }

    private static double[] ScoresOfMissing(Table training, int column)
    {
        double share = ShareOfMissing(training, column);
        double[] values = training.Column(column).ToArray();
        return [.. values.Select(value => StandardNormal.Quantile(double.IsNaN(value) ? 1 - (share / 2) : (1 - share) / 2))];
    }

    // The upper end of the normal scores is missing.
    private static bool IsMissingAt(Table training, int column, double score)
    {
        double share = ShareOfMissing(training, column);
        return share == 1 || score > StandardNormal.Quantile(1 - share);
    }

    private static double ShareOfMissing(Table training, int column)
    {
        return (double)training.MissingCount(column) / training.RowCount;
    }

    /// <summary>Pearson's correlations of scores, <c>[columns, columns]</c>; a constant column has none.</summary>
    private static double[,] Correlations(double[][] scores)
    {
        int count = scores.Length;
        foreach (double[] column in scores)
        {
            CentredSums.Centre(column, column.Average(), 1, column);
        }

        double[] norms = [.. scores.Select(column => Math.Sqrt(CentredSums.Products(column, column)))];
        double[,] correlations = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            correlations[i, i] = 1;
            for (int j = 0; j < i; j++)
            {
                double norm = norms[i] * norms[j];
                correlations[i, j] = correlations[j, i] = norm > 0 ? CentredSums.Products(scores[i], scores[j]) / norm : 0;
            }
        }

        return correlations;
    }

    // Columns that determine each other leave a pivot of 0, or of rounding: they get no noise of their own.
    private static double[,] Cholesky(double[,] matrix)
    {
        const double Rounding = 1e-12;
        int count = matrix.GetLength(0);
        double[,] factor = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = matrix[i, j];
                for (int k = 0; k < j; k++)
                {
                    rest -= factor[i, k] * factor[j, k];
                }

                factor[i, j] = i == j
                    ? rest > Rounding ? Math.Sqrt(rest) : 0
                    : factor[j, j] > 0 ? rest / factor[j, j] : 0;
            }
        }

        return factor;
    }

    /// <summary>
    /// The value at a normal score: linear between those of the ordered values, or the nearer one if they are levels, and never beyond the outermost.
    /// </summary>
    private static double ValueAt(double[] scores, ReadOnlySpan<double> values, double score, bool areLevels)
    {
        if (values.IsEmpty)
        {
            return double.NaN;
        }

        int above = Array.BinarySearch(scores, score);
        above = above >= 0 ? above : ~above;
        if (above == 0 || above == scores.Length)
        {
            return values[Math.Min(above, scores.Length - 1)];
        }

        double share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return areLevels ? values[share < 0.5 ? above - 1 : above] : Interpolation.Between(values[above - 1], values[above], share);
    }
}
