using System.Collections.Immutable;
using GanSweep.Evaluation.Baselines;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Tails;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Standards;

/// <summary>Estimates what the scores of a table can be held against: by the bootstrap (Efron 1979), by random splits, and by baselines.</summary>
public static class YardstickEstimator
{
    /// <summary>Another one gives other yardsticks: what was kept of an earlier one is then not found.</summary>
    public const int Version = 1;

    private const int Draws = 200;

    // The other scores take a hundred times as long, and no run can start before its yardsticks.
    private const int DrawsOfTheOthers = 50;
    private const long Seed = 0;

    // Two columns that are multiples of each other have correlation 1 in every draw, but for the last bits: rounding is no distance.
    private const double Rounding = 1e-12;

    // What every draw has exactly, a constant or a relation, a second sample might miss in less than one row of ten times as many.
    private const double LeastInRows = 0.1;

    private static readonly ImmutableArray<IBaseline> Synthesizers = [new ColumnBootstrap(), new GaussianCopula(), new Smote()];

    /// <summary>
    /// Means of the four default scores of 200 bootstrap draws of the real table against it (of the others, of 50 of these); what real rows get that nobody trained on, over 200 random
    /// splits; and the scores of three simple synthesizers. Draws are made on all cores, by the current <see cref="TaskScheduler"/>; the result
    /// is the same to the bit whatever their number. What a second sample gets is at least 1 / (10 · rows) from perfect, so that what is exact in the real table counts in
    /// a total when it is broken; it is 0 only where the table has nothing that the score could see, such as a pair of columns. The totals are by equal weights of the
    /// first four: that of <see cref="Yardsticks.SecondSample"/> is 1.
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
        ArgumentNullException.ThrowIfNull(real);
        ArgumentOutOfRangeException.ThrowIfLessThan(evaluationRows, 2);
        HoldoutSplit split = HoldoutSplit.Of(real, holdout);
        RealSide side = new(real, split);
        Scores floor = MeanOfDraws(side, evaluationRows, firstStep: 0, cancellationToken);
        Scores secondSample = OfSecondSample(side, MeanOfDraws(side, real.RowCount, firstStep: Draws, cancellationToken));
        Yardsticks yardsticks = new(floor.WithTotal(secondSample), secondSample.WithTotal(secondSample))
        {
            CoExceedance90 = CoExceedance.On(side).RealShare,
            Unseen = UnseenEstimator.Estimate(side, holdout, cancellationToken),
        };

        Baseline[] baselines = new Baseline[Synthesizers.Length];
        void ScoreBaseline(int i)
        {
            Comparison comparison = new(side, Synthesizers[i].Draw(split.Training, evaluationRows));
            baselines[i] = new Baseline(Synthesizers[i].Name, Scores.Of(comparison, Score.All).WithTotal(secondSample));
        }

        AllCores.For(baselines.Length, ScoreBaseline, cancellationToken);
        return yardsticks with { Baselines = [.. baselines] };
    }

    private static Scores MeanOfDraws(RealSide real, int rows, long firstStep, CancellationToken cancellationToken)
    {
        ImmutableArray<Score> fidelity = [.. Score.All.Where(score => score.OfCloseness is null)];
        Scores[] scores = new Scores[Draws];
        void ScoreDraw(int draw)
        {
            int[] drawn = new int[rows];
            new CounterRandom(Seed, RandomPurpose.Bootstrap, firstStep + draw).FillBelow(drawn, real.Table.RowCount);
            scores[draw] = Scores.Of(new Comparison(real, real.Table.Take(drawn)), draw < DrawsOfTheOthers ? fidelity : Score.Defaults);
        }

        AllCores.For(Draws, ScoreDraw, cancellationToken);

        // In the order of the draws, whatever order they were made in: the same sum to the bit.
        return Scores.Summarise(scores, values => values.Average() is var mean && mean < Rounding ? 0 : mean);
    }

    private static Scores OfSecondSample(RealSide real, Scores drawn)
    {
        int rows = real.Table.RowCount;
        return Scores.Of(Score.Known.Select(score =>
        {
            double? value = score.OfSecondSample is { } known ? known(rows) : drawn[score];
            return (score, value is { } found && score.CanTell(real) ? score.NoNearerThan(LeastInRows / rows, found) : value);
        }));
    }
}
