using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Moments;
using GanSweep.Numerics.Distributions;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Baselines;

/// <summary>
/// A normal distribution of the columns' normal scores, with their correlations, mapped back to the columns' empirical margins (Nelsen,
/// "An introduction to copulas", 2006): right columns and rank correlations, but extremes that do not come together.
/// </summary>
internal sealed class GaussianCopula : IBaseline
{
    private const long Step = 2L << 32;

    public string Name => "gaussianCopula";

    public Table Draw(Table training, int rows)
    {
        int count = training.ColumnCount;
        SortedColumn[] sorted = SortedColumn.AllOf(training, forRanks: true);
        double[] scores = [.. Enumerable.Range(0, training.RowCount).Select(rank => StandardNormal.Quantile((rank + 0.5) / training.RowCount))];
        double[,] factor = Cholesky(Correlations(training, sorted));

        float[] noise = new float[rows * count];
        new CounterRandom(0, RandomPurpose.Baseline, Step).FillNormal(noise);
        double[][] columns = [.. Enumerable.Range(0, count).Select(_ => new double[rows])];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < count; column++)
            {
                double score = 0;
                for (int k = 0; k <= column; k++)
                {
                    score += factor[column, k] * noise[(row * count) + k];
                }

                columns[column][row] = Interpolate(scores, sorted[column].Values, score);
            }
        }

        return training.WithRows(columns);
    }

    /// <summary>Pearson's correlations of the normal scores of mid-ranks, <c>[columns, columns]</c>; a constant column has none.</summary>
    private static double[,] Correlations(Table training, SortedColumn[] sorted)
    {
        int count = sorted.Length;
        double[][] scores =
        [
            .. sorted.Select(column => column.Ranks().Select(rank => StandardNormal.Quantile(((2 * rank) - 1) / (2.0 * training.RowCount))).ToArray()),
        ];
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

    /// <summary>The value at a normal score: linear between those of the ordered values, and never beyond the outermost.</summary>
    private static double Interpolate(double[] scores, ReadOnlySpan<double> values, double score)
    {
        int above = Array.BinarySearch(scores, score);
        above = above >= 0 ? above : ~above;
        if (above == 0 || above == scores.Length)
        {
            return values[Math.Min(above, scores.Length - 1)];
        }

        double share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return Interpolation.Between(values[above - 1], values[above], share);
    }
}
