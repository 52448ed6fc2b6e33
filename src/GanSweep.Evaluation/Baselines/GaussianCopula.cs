using GanSweep.Evaluation.Baselines.Copulas;
using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Moments;
using GanSweep.Numerics.Distributions;
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
        double[,] correlations = Correlations(
        [
            .. sorted.Select((column, index) => ScoresOf(training, index, column)),
            .. partly.Select(column => ScoresOfMissing(training, column)),
        ]);
        FittedCopula copula = new(
            [
                .. sorted.Select((column, index) => new CopulaColumn(
                    scores[column.Values.Length], column.Values.ToArray(), training.Schema[index].HasLevels, ShareOfMissing(training, index))),
            ],
            Cholesky.Of(correlations));
        return copula.Draw(training, rows, Step);
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
}
