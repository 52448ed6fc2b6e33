using System.Collections.Concurrent;
using System.Text.Json;
using CsCheck;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Tests.Standards;

public class YardstickEstimatorTests(LossesYardsticks ofLosses)
{
    private static readonly Table Losses = OracleFiles.Table("eu-stock-losses.csv");
    private static readonly Table FewLosses = Losses.Take([.. Enumerable.Range(0, 60)]);

    [Fact]
    public void Estimate_OfTheLosses_IsWhatTheDesignSays()
    {
        Yardsticks yardsticks = ofLosses.Value;

        // Means of 200 draws; the tolerances are three of their standard errors.
        AssertScores(yardsticks.Floor, 0.0124, 0.0235, 0.0145, 0.0009, 0.15);
        AssertScores(yardsticks.SecondSample, 0.0402, 0.0735, 0.0458, 0.0090, 0.15);
        Assert.Equal(1, yardsticks.SecondSample.Total);
        Assert.Equal(0.27, yardsticks.Floor.Total, 0.03);
    }

    [Fact]
    public void Estimate_Again_IsTheSameToTheBit()
    {
        Assert.Equal(JsonSerializer.Serialize(Estimate(FewLosses, 200, holdout: 0.2)), JsonSerializer.Serialize(Estimate(FewLosses, 200, holdout: 0.2)));
    }

    // A run that ends before all yardsticks are known has its total by what was told first, and is ranked by it.
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void Estimate_WhatIsToldFirst_IsWhatTotalsAreDividedByInTheEnd(double holdout)
    {
        Table table = MixedTables.Dependent(90);
        Scores? first = null;

        Yardsticks yardsticks = YardstickEstimator.Estimate(
            table, holdout, 120, TestContext.Current.CancellationToken, begun: scores => first = scores, target: holdout > 0 ? table.ColumnNames[^1] : null);

        Assert.NotNull(first);
        Assert.All(Score.Defaults, score => Assert.Equal(yardsticks.SecondSample[score], first[score]));
        Assert.Equal(first, YardstickEstimator.SecondSample(table, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Estimate_WithAsManyRowsAsTheTable_HasOneYardstickOfBothKinds()
    {
        Yardsticks yardsticks = Estimate(FewLosses, FewLosses.RowCount);

        Assert.Equal(yardsticks.SecondSample[Score.MeanGap]!.Value, yardsticks.Floor[Score.MeanGap]!.Value);
        Assert.Equal(1, yardsticks.Floor.Total, 1e-12);
    }

    // Of independent columns: the standard error of a score is that of one column / √columns, so fewer draws tell its mean.
    [Fact]
    public void SecondSample_OfManyColumns_DrawsAsOftenAsTellsTheMeans()
    {
        Table wide = Tables.Of([.. Enumerable.Range(0, 60).Select(column => Normal(300, column))]);

        Scores secondSample = YardstickEstimator.SecondSample(wide, TestContext.Current.CancellationToken);

        // The mean of |mean_s − mean_r| / std_r of a draw of n is √(2 / πn).
        Assert.Equal(Math.Sqrt(2 / Math.PI / 300), secondSample[Score.MeanGap]!.Value, 0.06 * Math.Sqrt(2 / Math.PI / 300));
    }

    [Fact]
    public void Estimate_OfALargeTable_IsThatOfASecondSampleOfTheMostRows()
    {
        Table large = Tables.Of(Normal(40_000, 1), Normal(40_000, 2));

        Yardsticks yardsticks = Estimate(large, YardstickEstimator.MostRows);

        double expected = Math.Sqrt(2 / Math.PI / YardstickEstimator.MostRows);
        Assert.Equal(expected, yardsticks.SecondSample[Score.MeanGap]!.Value, 0.15 * expected);
        Assert.Equal(1, yardsticks.Floor.Total, 1e-12);
        Assert.InRange(yardsticks.Baselines[0].Scores.Total, 0, 20);
    }

    [Fact]
    public void Estimate_OfColumnsThatAreMultiples_HasTheLeastCorrelationYardstickNotOneOfRounding()
    {
        double[] column = Losses.Column(0).ToArray();
        Table multiples = Tables.Of(column, [.. column.Select(value => value * 3.7)]);

        Yardsticks yardsticks = Estimate(multiples, 2000);

        Assert.Equal(0, yardsticks.Floor[Score.CorrelationDistance]);
        Assert.Equal(0.1 / 391, yardsticks.SecondSample[Score.CorrelationDistance]!.Value, 1e-15);
        Assert.Equal(1 - (0.1 / 391), yardsticks.SecondSample[Score.CorrelationSimilarity]!.Value, 1e-15);
        Assert.Equal(1, yardsticks.SecondSample.Total);

        // Each column is as it was; what they have in common is gone.
        int[] shuffled = [.. Enumerable.Range(0, 391).Select(row => row * 100 % 391)];
        Table apart = Tables.Of(column, multiples.Take(shuffled).Column(1).ToArray());
        Assert.True(new TableScorer(multiples).Score(apart, yardsticks.SecondSample).Total > 100);
    }

    [Fact]
    public void Estimate_OfAConstantTable_IsTheLeastWhereAScoreCanTell()
    {
        Table real = Tables.Of([0.1, 0.1, 0.1, 0.1, 0.1], [7, 7, 7, 7, 7]);
        Yardsticks yardsticks = Estimate(real, 100);

        Assert.All([Score.MeanGap, Score.StdGap, Score.JsEstimate, Score.Wasserstein1], score => Assert.Equal(0.02, yardsticks.SecondSample[score]));
        Assert.Equal(0.98, yardsticks.SecondSample[Score.KsComplement]);
        Assert.All(
            [Score.CorrelationDistance, Score.RankCorrelationDistance, Score.JointDistance, Score.CoExceedanceGap],
            score => Assert.Equal(0, yardsticks.SecondSample[score]));
        Assert.Equal((0.0, 1.0), (yardsticks.Floor.Total, yardsticks.SecondSample.Total));
        Assert.All(yardsticks.Baselines.Where(baseline => baseline.Guarantee is null), baseline => Assert.Equal(0, baseline.Scores.Total));

        // A constant that is missed by a tenth is far from what is exact, and by twice as much farther.
        double[] totals = [.. new[] { 0.1, 0.11, 0.12 }.Select(value =>
            new TableScorer(real).Score(Tables.Of([value, value], [7, 7]), yardsticks.SecondSample).Total)];
        Assert.Equal(0, totals[0]);
        Assert.True(totals[0] < totals[1] && totals[1] < totals[2] && totals[1] > 1, string.Join(", ", totals));
    }

    [Fact]
    public void Estimate_WithHeldOutRows_GivesTheNullOfClosenessAndTellsSmoteFromACopula()
    {
        Yardsticks yardsticks = Estimate(Losses, 3910, holdout: 0.2);

        ScoreRange closer = yardsticks.UnseenOf(Score.CloserToTraining)!;
        Assert.Equal(0.49, closer.Mean, 0.02);
        Assert.InRange(closer.Low, 0.38, 0.45);
        Assert.InRange(closer.High, 0.53, 0.60);
        Dictionary<string, Scores> baselines = yardsticks.Baselines.ToDictionary(baseline => baseline.Name, baseline => baseline.Scores);
        Assert.InRange(baselines["smote"][Score.CloserToTraining]!.Value, 0.60, 0.68);
        Assert.InRange(baselines["gaussianCopula"][Score.CloserToTraining]!.Value, closer.Low, closer.High);
        Assert.InRange(baselines["columnBootstrap"][Score.CloserToTraining]!.Value, closer.Low, closer.High);
    }

    [Fact]
    public void Estimate_OfTheLosses_HasBaselinesAsTheyAreKnown()
    {
        Dictionary<string, Scores> baselines = ofLosses.Value.Baselines.ToDictionary(baseline => baseline.Name, baseline => baseline.Scores);

        Assert.InRange(baselines["gaussianCopula"].Total, 0.9, 1.5);
        Assert.InRange(baselines["gaussianCopula"][Score.CoExceedance90]!.Value, 0.005, 0.013);
        Assert.InRange(baselines["smote"].Total, 0.5, 0.8);
        Assert.True(baselines["columnBootstrap"][Score.CorrelationDistance]!.Value > 0.5);
        Assert.True(baselines["columnBootstrap"][Score.MeanGap]!.Value < 0.03);
        Assert.All(baselines.Values, scores => Assert.Null(scores[Score.CloserToTraining]));
    }

    // An unseen row is compared with as many held-out rows, and as many must be left to train on.
    [Theory]
    [InlineData(5, 0.4, true)]
    [InlineData(4, 0.5, true)]
    [InlineData(3, 0.2, true)]
    [InlineData(2, 0, false)]
    public void Estimate_OfFewRows_HasNullsWhereTheyCanBeSplit(int rows, double holdout, bool has)
    {
        Yardsticks yardsticks = Estimate(Losses.Take([.. Enumerable.Range(0, rows)]), 10, holdout);

        Assert.Equal(has, yardsticks.UnseenOf(Score.DistanceToTraining) is not null);
        Assert.Equal(has, yardsticks.UnseenOf(Score.CloserToTraining) is not null);
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(0.5)]
    public void Estimate_OfMoreThanAThirdHeldOut_HasNullsOfRowsThatAreNoNearerToEitherPart(double holdout)
    {
        Yardsticks yardsticks = Estimate(Losses, 10, holdout);

        Assert.Equal(0.5, yardsticks.UnseenOf(Score.CloserToTraining)!.Mean, 0.02);
        Assert.NotNull(yardsticks.UnseenOf(Score.DistanceToTraining));
        Assert.NotNull(yardsticks.UnseenOf(Score.JointDistance));
        Assert.NotNull(yardsticks.UnseenOf(Score.Detectability));
    }

    [Fact]
    public void Estimate_OfManyLevels_HasANullOfTheJointDistanceThatOtherRowsMeet()
    {
        // Beyond 16 coordinates fewer rows are compared: as many in the null.
        Table real = OfWords(0);
        Table other = OfWords(8);

        ScoreRange joint = UnseenEstimator.Estimate(new RealSide(real, new HoldoutSplit(real, null)), 0, TestContext.Current.CancellationToken)
            .Single(range => range.Score == Score.JointDistance);

        Assert.InRange(new TableScorer(real).Score(other, [Score.JointDistance])[Score.JointDistance]!.Value, 0, joint.High);

        static Table OfWords(int draw)
        {
            ColumnSchema[] columns =
                [.. Enumerable.Range(0, 8).Select(column => new ColumnSchema($"{column}", ColumnKind.Category) { Levels = [.. Enumerable.Range(0, 21).Select(level => $"{level}")] })];
            return new Table([.. columns], [.. Enumerable.Range(draw, 8).Select(Levels)]);
        }

        static double[] Levels(int draw)
        {
            float[] noise = new float[3000];
            new CounterRandom(draw, RandomPurpose.Bootstrap, 0).FillNormal(noise);
            return [.. noise.Select(value => Math.Clamp(Math.Round((4.0 * value) + 10), 0, 20))];
        }
    }

    [Fact]
    public void Estimate_OfEvenlySpacedRows_HasTheNullsThatFollow()
    {
        // One row of each five is left out, so most of them have a neighbour at each side: 1/99 of the range away.
        Yardsticks yardsticks = Estimate(Tables.Of([.. Enumerable.Range(0, 100).Select(row => (double)row)]), 10);

        ScoreRange distance = yardsticks.UnseenOf(Score.DistanceToTraining)!;
        Assert.Equal(1 / 99.0, distance.Mean, 1e-12);
        Assert.Equal(1 / 99.0, distance.Low, 1e-12);
        Assert.Equal(1 / 99.0, distance.High, 1e-12);
        Assert.Equal(0, yardsticks.UnseenOf(Score.ExactCopies)!.High);
        Assert.Null(yardsticks.UnseenOf(Score.CloserToTraining));

        ScoreRange joint = yardsticks.UnseenOf(Score.JointDistance)!;
        Assert.True(joint.Low > 0 && joint.Low < joint.Mean && joint.Mean < joint.High, $"{joint}");
    }

    [Fact]
    public void Estimate_OfAnyMixedTable_IsFinite()
    {
        MixedTables.AnyPair.Sample(
            pair =>
            {
                Yardsticks yardsticks = Estimate(pair.Real, 6, holdout: 0.3);
                Assert.All(yardsticks.Unseen, range => Assert.True(double.IsFinite(range.Low) && double.IsFinite(range.High), $"{range}"));
                foreach (Scores scores in (Scores[])[yardsticks.Floor, yardsticks.SecondSample, .. yardsticks.Baselines.Select(baseline => baseline.Scores)])
                {
                    Assert.All(Score.Known, score => Assert.True(double.IsFinite(scores[score] ?? 0), $"{score} is {scores[score]}"));
                }

                Assert.Equal(1, yardsticks.SecondSample.Total, 1e-12);
            },
            iter: 30);
    }

    // One level of ten cells occurs once: a second sample has a tenth of its cells elsewhere.
    [Fact]
    public void SecondSample_OfLevelsThatOccurOnce_HasAsManyNovelOnes()
    {
        Yardsticks yardsticks = Estimate(MixedTables.OfLevels(["a", "b", "c"], 0, 0, 0, 0, 0, 1, 1, 1, 1, 2), 20);

        Assert.Equal(0.1, yardsticks.SecondSample[Score.NovelLevels]);
        Assert.Equal(0, yardsticks.Floor[Score.NovelLevels]);
        Assert.Null(yardsticks.SecondSample[Score.OutOfRange]);
        Assert.Null(yardsticks.SecondSample[Score.MissingGap]);
    }

    [Fact]
    public void Estimate_OfTooFewRows_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimate(Losses, 1));
        Assert.Throws<ArgumentException>(() => Estimate(Tables.Of([1]), 100));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    public void Estimate_OnItsWay_TellsHowFarItIs(int evaluationRows)
    {
        List<double> told = [];

        YardstickEstimator.Estimate(FewLosses, 0, evaluationRows, TestContext.Current.CancellationToken, told.Add);

        Assert.Equal(told.Order(), told);
        Assert.All(told, share => Assert.InRange(share, 0.001, 0.999));
        Assert.True(told.Count(share => share <= 0.4) > 1, string.Join(' ', told));
        Assert.Equal(evaluationRows != FewLosses.RowCount, told.Exists(share => share is > 0.4 and < 0.8));
        Assert.Equal([0.8, 0.9], told[^2..]);
    }

    // Of 1 − d, 1 − d, 1, 1 + d, 1 + d the mean is 1 and its standard error √(4 d² / 4 / 5) = d / √5.
    [Theory]
    [InlineData(1, 1.001, true)]
    [InlineData(1, 0.999, false)]
    [InlineData(-1, 1.001, true)]
    [InlineData(0, 1.001, true)]
    public void IsKnown_AtTheBorder_GoesByTheStandardErrorOfTheMean(double spread, double share, bool known)
    {
        double d = 0.1 * spread;

        Assert.Equal(known, YardstickEstimator.IsKnown([1 - d, 1 - d, 1, 1 + d, 1 + d], 0.1 / Math.Sqrt(5) * share));
        Assert.Equal(known, YardstickEstimator.IsKnown([5 - (5 * d), 5 - (5 * d), 5, 5 + (5 * d), 5 + (5 * d)], 0.1 / Math.Sqrt(5) * share));
    }

    [Fact]
    public void IsKnown_OfNothingOrOfRounding_IsSo()
    {
        Assert.True(YardstickEstimator.IsKnown([], 0.01));
        Assert.True(YardstickEstimator.IsKnown([0, 0, 0], 0.01));
        Assert.True(YardstickEstimator.IsKnown([0, 1e-13, 9e-13], 0.01));
        Assert.False(YardstickEstimator.IsKnown([0, 1e-10, 9e-10], 0.01));
    }

    // Columns that are independent need few draws, one column alone as many as there may be.
    [Theory]
    [InlineData(60, 20, 60, 20, 40)]
    [InlineData(1, 200, 200, 60, 60)]
    public void Estimate_OfAnyColumns_DrawsAsOftenAsTheirMeansNeed(int columns, int least, int most, int leastOfOthers, int mostOfOthers)
    {
        List<double> told = [];
        Table table = Tables.Of([.. Enumerable.Range(0, columns).Select(column => Normal(300, column))]);
        using var draws = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        // What comes after the draws takes most of the time.
        Assert.ThrowsAny<OperationCanceledException>(() => YardstickEstimator.Estimate(table, 0, 300, draws.Token, share =>
        {
            told.Add(share);
            if (share >= 0.8)
            {
                draws.Cancel();
            }
        }));

        // The first tenth is the default scores', three more the others'.
        Assert.InRange((int)Math.Round(told.Where(share => share <= 0.1).Max() / 0.1 * 200), least, most);
        Assert.InRange((int)Math.Round((told.Where(share => share <= 0.4).Max() - 0.1) / 0.3 * 60), leastOfOthers, mostOfOthers);
    }

    /// <summary>What runs begin with is what all yardsticks have, to the bit.</summary>
    [Theory]
    [InlineData(0, 60)]
    [InlineData(0.2, 200)]
    public void SecondSample_OfATable_IsTheBeginningOfItsYardsticks(double holdout, int evaluationRows)
    {
        Scores? begun = null;
        Yardsticks yardsticks = YardstickEstimator.Estimate(FewLosses, holdout, evaluationRows, TestContext.Current.CancellationToken, begun: scores => begun = scores);

        Scores secondSample = YardstickEstimator.SecondSample(FewLosses, TestContext.Current.CancellationToken);

        Assert.All(Score.Defaults, score => Assert.Equal(yardsticks.SecondSample[score], secondSample[score]));
        Assert.Equal((1, 1), (secondSample.Total, yardsticks.SecondSample.Total));
        Assert.Null(secondSample[Score.Wasserstein1]);
        Assert.Equal(secondSample, begun);
    }

    [Fact]
    public void Estimate_Cancelled_GivesUp()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => YardstickEstimator.Estimate(Losses, 0, 2000, new CancellationToken(canceled: true)));
    }

    // A host gives it threads of its own, lest it take those that answer.
    [Fact]
    public async Task Estimate_UnderAScheduler_WorksOnItsThreadsAlone()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        OneThread scheduler = new();

        Yardsticks yardsticks = await Task.Factory.StartNew(
            () => YardstickEstimator.Estimate(FewLosses, 0, 100, cancellation), cancellation, TaskCreationOptions.None, scheduler);

        // Itself, and at least one task for each of its loops.
        Assert.True(scheduler.Queued >= 4, $"{scheduler.Queued} tasks were queued");
        Assert.Equal(YardstickEstimator.Estimate(FewLosses, 0, 100, cancellation).SecondSample, yardsticks.SecondSample);
    }

    private sealed class OneThread : TaskScheduler
    {
        private readonly ConcurrentQueue<Task> _tasks = [];

        public int Queued { get; private set; }

        protected override void QueueTask(Task task)
        {
            Queued++;
            if (Queued == 1)
            {
                new Thread(() => TryExecuteTask(task)) { IsBackground = true }.Start();
            }
            else
            {
                _tasks.Enqueue(task);
            }
        }

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued)
        {
            return TryExecuteTask(task);
        }

        protected override IEnumerable<Task> GetScheduledTasks()
        {
            return _tasks;
        }
    }

    private static Yardsticks Estimate(Table real, int evaluationRows, double holdout = 0)
    {
        return YardstickEstimator.Estimate(real, holdout, evaluationRows, TestContext.Current.CancellationToken);
    }

    private static double[] Normal(int rows, int column)
    {
        float[] values = new float[rows];
        new CounterRandom(7, RandomPurpose.Sampling, column).FillNormal(values);
        return [.. values.Select(value => (double)value)];
    }

    private static void AssertScores(Scores scores, double meanGap, double stdGap, double correlationDistance, double jsEstimate, double share)
    {
        Assert.Equal(meanGap, scores[Score.MeanGap]!.Value, meanGap * share);
        Assert.Equal(stdGap, scores[Score.StdGap]!.Value, stdGap * share);
        Assert.Equal(correlationDistance, scores[Score.CorrelationDistance]!.Value, correlationDistance * share);
        Assert.Equal(jsEstimate, scores[Score.JsEstimate]!.Value, jsEstimate * share);
        Assert.Null(scores[Score.JsAdversarial]);
    }
}
