using GanSweep.Evaluation.Baselines.Copulas;
using GanSweep.Evaluation.DifferentialPrivacy;
using GanSweep.Evaluation.Moments;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Baselines.NoisyMargins;

/// <summary>
/// Correlations of normal scores from noisy sums: of products of ranks by the noisy margins, each from −1 to 1, so a row more moves the sums of all
/// pairs by √pairs at most. Ranks' correlations r become 2 sin(πr / 6) (Pearson 1907); all are brought nearer to 0 by the share that noise is expected
/// to have of their squares (James and Stein 1961), and then as far as it takes for them to be those of a distribution.
/// </summary>
internal static class CorrelationEstimator
{
    /// <summary>What of the budget the sums take.</summary>
    public const double Spent = 0.2;

    private const int Halvings = 8;

    /// <summary>Cholesky's factor of the correlations, of the columns and then of what is missing of those that lack cells.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="margins">The margins of its columns.</param>
    /// <param name="rows">How many rows there are, as noisy counts say.</param>
    /// <param name="mechanism">The budget.</param>
    public static double[,] Factor(Table table, NoisyMargin[] margins, double rows, GaussianMechanism mechanism)
    {
        NoisyMargin[] partly = [.. margins.Where(margin => margin.Missing > 0)];
        double[] deviations = [.. margins.Select(margin => margin.Deviation), .. partly.Select(margin => margin.DeviationOfMissing)];
        double[,] correlations = new double[deviations.Length, deviations.Length];
        if (deviations.Length > 1)
        {
            double[][] sums = Sums(table, margins);
            double noise = mechanism.Release(sums, Sensitivity(sums.Length), Spent);
            Fill(correlations, sums, deviations, rows, noise);
        }

        return Definite(correlations);
    }

    /// <summary>Sums over rows of the products of ranks, of each column with those before it, <c>[columns][columns before]</c>.</summary>
    internal static double[][] Sums(Table table, NoisyMargin[] margins)
    {
        double[][] ranks =
        [
            .. margins.Select((margin, column) => table.Column(column).ToArray().Select(margin.RankOf).ToArray()),
            .. margins.Select((margin, column) => (margin, column)).Where(each => each.margin.Missing > 0)
                .Select(each => table.Column(each.column).ToArray().Select(each.margin.RankOfMissing).ToArray()),
        ];
        return [.. ranks.Select((column, index) => ranks[..index].Select(before => CentredSums.Products(column, before)).ToArray())];
    }

    /// <summary>How far a row more moves <see cref="Sums"/> at most.</summary>
    internal static double Sensitivity(int ranks)
    {
        return Math.Sqrt((double)ranks * (ranks - 1) / 2);
    }

    private static void Fill(double[,] correlations, double[][] sums, double[] deviations, double rows, double noise)
    {
        double squares = 0;
        double squaresOfNoise = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double unit = rows * deviations[i] * deviations[j];
                double ofRanks = unit > 0 ? sums[i][j] / unit : 0;
                squares += ofRanks * ofRanks;
                squaresOfNoise += unit > 0 ? noise / unit * (noise / unit) : 0;
                correlations[i, j] = OfScores(Math.Clamp(ofRanks, -1, 1));
            }
        }

        double kept = squares > 0 ? Math.Max(1 - (squaresOfNoise / squares), 0) : 0;
        for (int i = 0; i < sums.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                correlations[j, i] = correlations[i, j] *= kept;
            }
        }
    }

    // A sine of at most half a radian, by its series, to 10 digits.
    private static double OfScores(double ofRanks)
    {
        double x = ofRanks * Math.PI / 6;
        double square = x * x;
        return 2 * x * (1 - (square / 6 * (1 - (square / 20 * (1 - (square / 42 * (1 - (square / 72))))))));
    }

    private static double[,] Definite(double[,] correlations)
    {
        (double none, double all) = (0, 1);
        double[,]? best = Cholesky.TryOf(Nearer(correlations, 1));
        for (int halving = 0; best is null || (none > 0 && halving < Halvings); halving++)
        {
            double kept = (none + all) / 2;
            double[,]? factor = Cholesky.TryOf(Nearer(correlations, kept));
            (none, all) = factor is null ? (none, kept) : (kept, all);
            best = factor ?? best;
        }

        return best;
    }

    private static double[,] Nearer(double[,] correlations, double kept)
    {
        int count = correlations.GetLength(0);
        double[,] nearer = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                nearer[i, j] = i == j ? 1 : kept * correlations[i, j];
            }
        }

        return nearer;
    }
}
