using System.Collections.Immutable;
using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Baselines;
using GanSweep.Evaluation.Privacy;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation;

/// <summary>Estimates what the scores of a table can be held against: by the bootstrap (Efron 1979), by random splits, and by baselines.</summary>
public static class YardstickEstimator
{
    private const int Draws = 200;

    // The other scores take a hundred times as long, and no run can start before its yardsticks.
    private const int DrawsOfTheOthers = 50;
    private const long Seed = 0;

    // Two columns that are multiples of each other have correlation 1 in every draw, but for the last bits. A yardstick made of
    // rounding would rule every total, so it is 0.
    private const double Rounding = 1e-12;

    private static readonly ImmutableArray<IBaseline> Synthesizers = [new ColumnBootstrap(), new GaussianCopula(), new Smote()];

    /// <summary>
    /// Means of the four default scores of 200 bootstrap draws of the real table against it (of the others, of 50 of these); what real rows get that nobody trained on, over 200 random
    /// splits; and the scores of three simple synthesizers. Draws are made on all cores; the result is the same to the bit whatever their
    /// number. The totals are by equal weights of the first four: that of <see cref="Yardsticks.SecondSample"/> is 1 (0 only if every
    /// yardstick is 0). A bootstrap draw has no cell outside the real range; a second sample of n rows has 2 / (n + 1) of them, which stands in.
    /// </summary>
    /// <param name="real">The whole real table, of at least two rows.</param>
    /// <param name="holdout">The share that is held out of training; 0 if none is.</param>
    /// <param name="evaluationRows">Rows of the synthetic sample that will be scored, at least 2: the size of the floor's draws.</param>
    /// <param name="cancellationToken">Gives up between two draws.</param>
    /// <exception cref="ArgumentException">The table has fewer than two rows, or a cell that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="evaluationRows"/> is below 2.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Yardsticks Estimate(Table real, double holdout, int evaluationRows, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(evaluationRows, 2);
        FidelityScorer fidelity = new(real);
        GanScores floor = MeanOfDraws(real, fidelity, evaluationRows, firstStep: 0, cancellationToken);
        GanScores secondSample = MeanOfDraws(real, fidelity, real.RowCount, firstStep: Draws, cancellationToken)
            with
        { OutOfRange = 2.0 / (real.RowCount + 1) };
        Yardsticks yardsticks = new(WithTotal(floor, secondSample), WithTotal(secondSample, secondSample))
        {
            CoExceedance90 = fidelity.RealCoExceedance90,
            Unseen = UnseenEstimator.Estimate(real, holdout, fidelity, cancellationToken),
        };

        HoldoutSplit split = HoldoutSplit.Of(real, holdout);
        EvidenceScorer scorer = new(real, split);
        Baseline[] baselines = new Baseline[Synthesizers.Length];
        Parallel.For(0, baselines.Length, i => baselines[i] = new Baseline(
            Synthesizers[i].Name, scorer.Score(Synthesizers[i].Draw(split.Training, evaluationRows), yardsticks)));
        return yardsticks with { Baselines = [.. baselines] };
    }

    private static GanScores MeanOfDraws(Table real, FidelityScorer scorer, int rows, long firstStep, CancellationToken cancellationToken)
    {
        GanScores[] scores = new GanScores[Draws];
        ParallelOptions options = new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, Draws, options, draw =>
        {
            int[] drawn = new int[rows];
            new CounterRandom(Seed, RandomPurpose.Bootstrap, firstStep + draw).FillBelow(drawn, real.RowCount);
            scores[draw] = draw < DrawsOfTheOthers ? scorer.Score(real.Take(drawn)) : scorer.ScoreFour(real.Take(drawn));
        });

        // In the order of the draws, whatever order they were made in: the same sum to the bit.
        return Score.Summarise(scores, values => values.Average() is var mean && mean < Rounding ? 0 : mean);
    }

    private static GanScores WithTotal(GanScores scores, GanScores secondSample)
    {
        return scores with { Total = ScoreParts.Of(scores).TotalAgainst(secondSample) };
    }
}
