using System.Collections.Immutable;
using GanSweep.Evaluation.Baselines;
using GanSweep.Evaluation.Baselines.Paths;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Tails;
using GanSweep.Evaluation.Threads;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Standards;

/// <summary>Estimates what the scores of a table can be held against: by the bootstrap (Efron 1979), by random splits, and by baselines.</summary>
public static class YardstickEstimator
{
    /// <summary>Another one gives other yardsticks: what was kept of an earlier one is then not found.</summary>
    public const int Version = 9;

    /// <summary>No draw has more rows, and no simple synthesizer is fitted on more: of a larger table as many stand for all.</summary>
    public const int MostRows = 1 << 14;

    // Draws are made by twenties, until each mean is known (one standard error) to a share of itself: what totals are divided by to a fiftieth,
    // the rest, which takes a hundred times as long, to a twentieth.
    private const int DrawsAtOnce = 20;
    private const double DefaultsKnownTo = 0.02;
    private const int MostDrawsOfDefaults = 200;
    private const double OthersKnownTo = 0.05;
    private const int MostDrawsOfOthers = 60;

    private const long FloorStep = 0;
    private const long SecondSampleStep = MostDrawsOfDefaults;

    // Two columns that are multiples of each other have correlation 1 in every draw, but for the last bits: rounding is no distance.
    private const double Rounding = 1e-12;

    // What every draw has exactly, a constant or a relation, a second sample might miss in less than one row of ten times as many.
    private const double LeastInRows = 0.1;

    private static readonly ImmutableArray<Score> Others = [.. Score.OfEverySample.Where(score => score.OfCloseness is null && !score.IsDefault)];
    private static readonly ImmutableArray<IPathBaseline> PathSynthesizers = [new Iid(), new StationaryBootstrap(), new FilteredHistoricalSimulation()];
    private static readonly ImmutableArray<IBaseline> Synthesizers = [new ColumnBootstrap(), new GaussianCopula(), new Smote(), new Cart(), new DpCopula(), new NoisyCopies()];

    /// <summary>
    /// The default scores of a second sample, which totals are divided by: means over 20 to 200 bootstrap draws of as many rows as the table
    /// has, as many as give each to 2 % of itself (one standard error). What a second sample gets is at least 1 / (10 · rows) from perfect, so
    /// that what is exact in the real table counts in a total when it is broken; it is 0 only where the table has nothing that the score could
    /// see, such as a pair of columns. Its total is 1. A small part of <see cref="Estimate"/>, which gives the same.
    /// </summary>
    /// <param name="real">The whole real table, of at least two rows.</param>
    /// <param name="cancellationToken">Gives up between two draws.</param>
    /// <param name="sequence">How its rows follow each other; null if they do not.</param>
    /// <exception cref="ArgumentException">The table has fewer than two rows, or an infinite cell, or no column of the sequence.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Scores SecondSample(Table real, CancellationToken cancellationToken, RowSequence? sequence = null)
    {
        ArgumentNullException.ThrowIfNull(real);
        (real, HoldoutSplit whole, sequence) = WithoutClock.Of(real, new HoldoutSplit(real, null), sequence);
        RealSide side = new(real, whole, sequence: Ordered(real, sequence));
        return OfSecondSample(
            side, DrawDefaults(new BootstrapDraws(side, sequence), Math.Min(real.RowCount, MostRows), SecondSampleStep, DefaultsKnownTo, told: null, cancellationToken), Score.OfEverySample);
    }

    /// <summary>
    /// Means of the scores of bootstrap draws of the real table against it: <see cref="SecondSample"/> and its other scores, and those of draws as
    /// large as the synthetic sample, each to 5 %: the default scores of 20 to 200 draws, the others of 20 to 60; what real rows get that nobody
    /// trained on, over 200 random splits; and the scores of simple synthesizers. Draws are made on all cores, by the current
    /// <see cref="TaskScheduler"/>; the result is the same to the bit whatever their number. The totals are by equal weights of the default scores:
    /// that of <see cref="Yardsticks.SecondSample"/> is 1.
    /// </summary>
    /// <param name="real">The whole real table, of at least two rows.</param>
    /// <param name="holdout">The share that is held out of training; 0 if none is.</param>
    /// <param name="evaluationRows">Rows of the synthetic sample that will be scored, at least 2: the size of the floor's draws.</param>
    /// <param name="cancellationToken">Gives up between two draws.</param>
    /// <param name="told">Is told how much is done, 0 to 1, from whichever thread.</param>
    /// <param name="begun">Is given <see cref="SecondSample"/>, which is known long before the rest.</param>
    /// <param name="target">The column that <see cref="Score.Utility"/> is about; null if there is none.</param>
    /// <param name="split">How the table is divided; by <paramref name="holdout"/> if it is left out.</param>
    /// <param name="sequence">How its rows follow each other; null if they do not. The scores of time are then of draws of blocks, and synthesizers of paths have their scores too.</param>
    /// <exception cref="ArgumentException">The table has fewer than two rows, or an infinite cell, or no column of the target's name or of the sequence.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="evaluationRows"/> is below 2.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Yardsticks Estimate(
        Table real,
        double holdout,
        int evaluationRows,
        CancellationToken cancellationToken,
        Action<double>? told = null,
        Action<Scores>? begun = null,
        string? target = null,
        HoldoutSplit? split = null,
        RowSequence? sequence = null)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentOutOfRangeException.ThrowIfLessThan(evaluationRows, 2);
        (real, HoldoutSplit parts, sequence) = WithoutClock.Of(real, split ?? HoldoutSplit.Of(real, holdout, sequence), sequence);
        RealSide side = new(real, parts, target, Ordered(real, sequence));
        BootstrapDraws draws = new(side, sequence);
        int secondRows = Math.Min(real.RowCount, MostRows);
        Scores defaults = DrawDefaults(draws, secondRows, SecondSampleStep, DefaultsKnownTo, share => told?.Invoke(0.1 * share), cancellationToken);
        begun?.Invoke(OfSecondSample(side, defaults, Score.OfEverySample));
        Scores second = Together(defaults, DrawOthers(draws, secondRows, SecondSampleStep, share => told?.Invoke(0.1 + (0.3 * share)), cancellationToken));
        Scores floor = evaluationRows == secondRows ? second : Together(
            DrawDefaults(draws, evaluationRows, FloorStep, OthersKnownTo, share => told?.Invoke(0.4 + (0.1 * share)), cancellationToken),
            DrawOthers(draws, evaluationRows, FloorStep, share => told?.Invoke(0.5 + (0.3 * share)), cancellationToken));
        told?.Invoke(0.8);
        Scores secondSample = OfSecondSample(side, second, Score.All);
        Yardsticks yardsticks = new(floor.WithTotal(secondSample), secondSample)
        {
            CoExceedance90 = CoExceedance.On(side).RealShare,
            Unseen = UnseenEstimator.Estimate(side, holdout, cancellationToken),
        };

        told?.Invoke(0.9);
        Table training = parts.TrainingPart.Thinned(MostRows);
        SequencedTable? paths = side.Sequence?.Like(parts.Training).Shortened(MostRows);
        Baseline Scored(string name, Comparison drawn)
        {
            return new Baseline(name, Scores.Of(drawn, Score.All).WithTotal(secondSample));
        }

        Func<Baseline>[] scored =
        [
            .. Synthesizers.Select(each => (Func<Baseline>)(() => Scored(each.Name, new Comparison(side, each.Draw(training, evaluationRows))) with { Guarantee = each.Guarantee })),
            .. paths is null ? [] : PathSynthesizers.Select(each => (Func<Baseline>)(() => Scored(each.Name, new Comparison(side, each.Draw(paths, evaluationRows))))),
        ];
        Baseline[] baselines = new Baseline[scored.Length];
        void ScoreBaseline(int i)
        {
            baselines[i] = scored[i]();
        }

        AllCores.For(baselines.Length, ScoreBaseline, cancellationToken);
        return yardsticks with { Baselines = [.. baselines] };
    }

    private static SequencedTable? Ordered(Table real, RowSequence? sequence)
    {
        return sequence is null ? null : SequencedTable.Of(real, sequence);
    }

    private static Scores DrawDefaults(
        BootstrapDraws draws, int rows, long firstStep, double knownTo, Action<double>? told, CancellationToken cancellationToken)
    {
        return MeanOfDraws(draws, rows, firstStep, Score.Defaults, knownTo, MostDrawsOfDefaults, told, cancellationToken);
    }

    private static Scores DrawOthers(BootstrapDraws draws, int rows, long firstStep, Action<double> told, CancellationToken cancellationToken)
    {
        return MeanOfDraws(draws, rows, firstStep, Others, OthersKnownTo, MostDrawsOfOthers, told, cancellationToken);
    }

    private static Scores Together(Scores defaults, Scores others)
    {
        return Scores.Of(Score.Known.Select(score => (score, score.IsDefault ? defaults[score] : others[score])));
    }

    private static Scores MeanOfDraws(
        BootstrapDraws source, int rows, long firstStep, ImmutableArray<Score> scores, double knownTo, int mostDraws, Action<double>? told, CancellationToken cancellationToken)
    {
        List<Scores> draws = [];
        while (draws.Count < mostDraws && (draws.Count == 0 || !AreKnown(draws, scores, knownTo)))
        {
            Scores[] more = new Scores[DrawsAtOnce];
            void ScoreDraw(int draw)
            {
                more[draw] = source.Score(rows, firstStep + draws.Count + draw, scores);
            }

            AllCores.For(DrawsAtOnce, ScoreDraw, cancellationToken);
            draws.AddRange(more);
            told?.Invoke((double)draws.Count / mostDraws);
        }

        // In the order of the draws, whatever order they were made in: the same sum to the bit.
        return Scores.Summarise(draws, values => values.Average() is var mean && mean < Rounding ? 0 : mean);
    }

    private static bool AreKnown(IReadOnlyList<Scores> draws, ImmutableArray<Score> scores, double knownTo)
    {
        return scores.All(score => IsKnown([.. draws.Select(draw => score.GapOf(draw)).OfType<double>()], knownTo));
    }

    /// <summary>Whether the standard error of the mean of numbers from 0 on is at most a share of it; nothing is told apart from 0 by what rounding leaves.</summary>
    internal static bool IsKnown(double[] values, double knownTo)
    {
        if (values.Length == 0)
        {
            return true;
        }

        double mean = values.Average();
        double squares = values.Sum(value => (value - mean) * (value - mean));
        double standardError = Math.Sqrt(squares / (values.Length - 1) / values.Length);
        return mean < Rounding || standardError <= knownTo * mean;
    }

    private static Scores OfSecondSample(RealSide real, Scores drawn, ImmutableArray<Score> scores)
    {
        int rows = real.Table.RowCount;
        Scores secondSample = Scores.Of(scores.Select(score =>
        {
            double? value = score.OfSecondSample is { } known ? known(real) : drawn[score];
            return (score, value is { } found && score.CanTell(real) ? score.NoNearerThan(LeastInRows / rows, found) : value);
        }));
        return secondSample.WithTotal(secondSample);
    }
}
