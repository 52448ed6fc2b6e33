using GanSweep.Contracts.Scores;
using GanSweep.Numerics.Randomness;
using GanSweep.Numerics.Tables;

namespace GanSweep.Evaluation;

/// <summary>Estimates what the scores of a table can be held against, by the bootstrap (Efron 1979).</summary>
public static class YardstickEstimator
{
    private const int Draws = 200;
    private const long Seed = 0;

    // Two columns that are multiples of each other have correlation 1 in every draw, but for the last bits. A yardstick made of
    // rounding would rule every total, so it is 0.
    private const double Rounding = 1e-12;

    /// <summary>
    /// Means of the scores of 200 bootstrap draws of the real table against it. Draws are made on all cores; the result is the same to the
    /// bit whatever their number. The totals are by equal weights: that of <see cref="Yardsticks.SecondSample"/> is 1
    /// (0 only if every yardstick is 0).
    /// </summary>
    /// <param name="real">The real table, of at least two rows.</param>
    /// <param name="evaluationRows">Rows of the synthetic sample that will be scored, at least 2: the size of the floor's draws.</param>
    /// <param name="cancellationToken">Gives up between two draws.</param>
    /// <exception cref="ArgumentException">The table has fewer than two rows, or a cell that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="evaluationRows"/> is below 2.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Yardsticks Estimate(Table real, int evaluationRows, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(evaluationRows, 2);
        TableScorer scorer = new(real);
        ScoreParts floor = MeanOfDraws(real, scorer, evaluationRows, firstStep: 0, cancellationToken);
        ScoreParts secondSample = MeanOfDraws(real, scorer, real.RowCount, firstStep: Draws, cancellationToken);
        GanScores divisor = secondSample.WithTotal(new GanScores());
        return new Yardsticks(floor.WithTotal(divisor), secondSample.WithTotal(divisor));
    }

    private static ScoreParts MeanOfDraws(Table real, TableScorer scorer, int rows, long firstStep, CancellationToken cancellationToken)
    {
        ScoreParts[] scores = new ScoreParts[Draws];
        ParallelOptions options = new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, Draws, options, draw => scores[draw] = scorer.ScoreParts(Draw(real, rows, firstStep + draw)));
        return new ScoreParts(
            Mean(scores, score => score.MeanGap),
            Mean(scores, score => score.StdGap),
            Mean(scores, score => score.CorrelationDistance),
            Mean(scores, score => score.JsEstimate));
    }

    /// <summary>Rows of the table, drawn with replacement.</summary>
    private static Table Draw(Table real, int rows, long step)
    {
        int[] drawn = new int[rows];
        new CounterRandom(Seed, RandomPurpose.Bootstrap, step).FillBelow(drawn, real.RowCount);
        double[][] columns = new double[real.ColumnCount][];
        for (int column = 0; column < columns.Length; column++)
        {
            ReadOnlySpan<double> values = real.Column(column);
            double[] chosen = new double[rows];
            for (int row = 0; row < rows; row++)
            {
                chosen[row] = values[drawn[row]];
            }

            columns[column] = chosen;
        }

        return new Table(real.ColumnNames, columns);
    }

    // In the order of the draws, whatever order they were made in: the same sum to the bit.
    private static double Mean(ScoreParts[] scores, Func<ScoreParts, double> part)
    {
        double mean = scores.Sum(part) / scores.Length;
        return mean < Rounding ? 0 : mean;
    }
}
