using GanSweep.Evaluation.Baselines.Copulas;
using GanSweep.Evaluation.Baselines.NoisyMargins;
using GanSweep.Evaluation.DifferentialPrivacy;
using GanSweep.Numerics.Distributions;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Baselines;

/// <summary>
/// A Gaussian copula of which every number is a noisy one, with (ε = 3, δ = 1e-5)-differential privacy of the rows that it is fitted on, one row more or
/// less: what such a guarantee costs on this table. Margins are of noisy counts (<see cref="MarginEstimator"/>), correlations of noisy sums
/// (<see cref="CorrelationEstimator"/>); what a column lacks is as in <see cref="GaussianCopula"/>.
/// </summary>
/// <remarks>
/// <para>
/// Taken as known to everybody: the columns' names and kinds, the words of columns of words, what dates count, how many rows are drawn; and which rows it is
/// fitted on, of which splits and thinning are functions of all rows. Ranges, numbers of rows, which columns have missing cells or whole numbers are not:
/// they cost a part of the budget. δ is below 1 / rows for any table that a baseline is fitted on, which has at most 16,384 rows, so it tells nothing of them.
/// </para>
/// <para>
/// Its noise is the same in every version, so that the same table has the same yardsticks everywhere. The guarantee holds against those who do not
/// know the noise, and so not against those who read this: it is to compare with, not to publish. The scores of its rows are of the real rows too, and
/// nothing is guaranteed of them.
/// </para>
/// </remarks>
/// <param name="seed">Of the noise of what is released.</param>
internal sealed class DpCopula(long seed = 0) : IBaseline
{
    private const long Step = 5L << 32;
    private const int Knots = 4096;

    private static readonly double[] Scores = [.. Enumerable.Range(0, Knots).Select(knot => StandardNormal.Quantile((knot + 0.5) / Knots))];

    public string Name => "dpCopula";

    public PrivacyGuarantee Guarantee { get; } = new(3, 1e-5);

    public Table Draw(Table training, int rows)
    {
        GaussianMechanism mechanism = new(Guarantee, MarginEstimator.SpentOn(training.Schema) + CorrelationEstimator.Spent, seed);
        (NoisyMargin[] margins, double count) = MarginEstimator.Estimate(training, mechanism);
        double[,] factor = CorrelationEstimator.Factor(training, margins, count, mechanism);
        return new FittedCopula([.. margins.Select(margin => margin.AtScores(Scores))], factor).Draw(training, rows, Step);
    }
}
