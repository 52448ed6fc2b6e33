using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Numerics.Randomness;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Loop;
using GanSweep.Training.Tasks;
using GanSweep.Training.Tests.Families;

namespace GanSweep.Training.Tests.Loop;

public sealed class EpochEvaluatorTests
{
    private static readonly TrainingTask Task = TinyTask.Of();

    [Theory]
    [InlineData(null)]
    [InlineData(0.25)]
    public void Evaluate_AnEpoch_HasTheDefaultScoresAndWhatTheModelItselfEstimates(double? divergence)
    {
        using NormalRun run = Start(Task, divergence: divergence);

        ScoredEpoch point = Evaluator(Task).Evaluate(run, epoch: 5);

        Assert.Equal(5, point.Epoch);
        Assert.Equal(divergence, point.Scores[Score.JsAdversarial]);
        Assert.All(Score.Defaults, score => Assert.Equal(Task.SecondSample[score] is null, point.Scores[score] is null));
        Assert.NotNull(point.Scores[Score.JsEstimate]);
        Assert.Equal(WeightedTotalOf(point.Scores), point.Scores.Total, 1e-12);
        Assert.Null(point.Scores[Score.JointDistance]);
    }

    [Fact]
    public void Evaluate_EpochsOfOneRun_AreScoredOnTheSameRandomNumbers()
    {
        using NormalRun run = Start(Task);
        EpochEvaluator evaluator = Evaluator(Task);

        Assert.Equal(evaluator.Evaluate(run, epoch: 5).Scores, evaluator.Evaluate(run, epoch: 6).Scores);
        Assert.Single(run.Drawn.Distinct());
    }

    [Fact]
    public void Evaluate_MoreRowsThanAChunk_DrawsEachChunkAnew()
    {
        TrainingTask task = Task with { EvaluationRows = (2 * 2048) + 1 };
        using NormalRun run = Start(task);

        Evaluator(task).Evaluate(run, epoch: 1);

        Assert.Equal(3, run.Drawn.Distinct().Count());
        Assert.Equal(3, run.Drawn.Count);
    }

    [Fact]
    public void EvaluateChosen_MoreRowsThanAChunk_NoTwoSamplesShareAChunk()
    {
        TrainingTask task = Task with { EvaluationRows = 2048 + 1 };
        using NormalRun run = Start(task);
        EpochEvaluator evaluator = Evaluator(task);
        ScoredEpoch chosen = evaluator.Evaluate(run, epoch: 1);

        evaluator.EvaluateChosen(run, Transform(task), chosen);

        Assert.Equal(17 * 2, run.Drawn.Count);
        Assert.Equal(17 * 2, run.Drawn.Distinct().Count());
    }

    [Fact]
    public void Evaluate_OnQuantiles_IsCalibratedOnOtherRandomNumbers()
    {
        TrainingTask task = TinyTask.Of(TinyTask.Configuration.With(NormalFamily.Transform, TransformKind.Quantile));
        TrainingTask raw = TinyTask.Of(task.Configuration.With(LoopKeys.Calibrate, false));
        using NormalRun run = Start(task);
        using NormalRun rawRun = Start(raw);

        ScoredEpoch point = Evaluator(task).Evaluate(run, epoch: 1);
        ScoredEpoch rawPoint = Evaluator(raw).Evaluate(rawRun, epoch: 1);

        Assert.Equal((2, 1), (run.Drawn.Distinct().Count(), rawRun.Drawn.Count));
        Assert.True(point.Scores.Total < rawPoint.Scores.Total, $"{point.Scores.Total} calibrated, {rawPoint.Scores.Total} not.");
    }

    // 524,288 rows in chunks of 2,048, divided by the root of the passes, but not by more than two; a quarter where they can be spread evenly.
    [Theory]
    [InlineData(1, 33, 256)]
    [InlineData(2, 33, 182)]
    [InlineData(4, 33, 128)]
    [InlineData(1_000_000, 33, 128)]
    [InlineData(1, 32, 64)]
    [InlineData(4, 2, 32)]
    public void CalibrateChosen_RowsOfSeveralPasses_DrawsFewerAndAtLeastHalf(int passes, int normals, int chunks)
    {
        TrainingTask task = OfPasses(passes);
        using NormalRun run = Start(task, normals: normals);

        Evaluator(task).CalibrateChosen(run);

        Assert.Equal(chunks, run.Drawn.Count);
    }

    [Fact]
    public void CalibrateChosen_RowsThatAreSpreadEvenly_KnowsColumnsBetter()
    {
        double Off(int normals)
        {
            double off = 0;
            for (int seed = 1; seed <= 5; seed++)
            {
                TrainingTask task = OfPasses(1) with { Seed = seed };
                using NormalRun run = Start(task, normals: normals);
                TableTransform calibrated = Evaluator(task).CalibrateChosen(run);
                float[] middle = [run.Weights[0], run.Weights[1]];

                // What the generator says in its middle is to be the middle of the column.
                off += Math.Abs(calibrated.InverseTable(middle).Column(0)[0] - Middle(task.Table.Column(0).ToArray()));
            }

            return off;
        }

        (double even, double independent) = (Off(normals: 2), Off(normals: 33));

        Assert.True(even < independent, $"{even} off where rows are even, {independent} where they are four times as many and independent.");
    }

    [Theory]
    [InlineData(1, 33, 10)]
    [InlineData(4, 33, 5)]
    [InlineData(1_000_000, 33, 1)]
    [InlineData(1, 2, 3)]
    public void Evaluate_RowsOfSeveralPasses_CalibratesOnFewerAndScoresAsMany(int passes, int normals, int chunksOfCalibration)
    {
        TrainingTask task = OfPasses(passes) with { EvaluationRows = 10 * 2048 };
        using NormalRun run = Start(task, normals: normals);

        Evaluator(task).Evaluate(run, epoch: 1);

        Assert.Equal(chunksOfCalibration + 10, run.Drawn.Count);
    }

    [Fact]
    public void EvaluateChosen_RowsOfSeveralPasses_TakesAsManySamplesAsOfAny()
    {
        TrainingTask task = OfPasses(100);
        using NormalRun run = Start(task);
        EpochEvaluator evaluator = Evaluator(task);
        TableTransform calibrated = evaluator.CalibrateChosen(run);
        ScoredEpoch chosen = evaluator.Evaluate(run, epoch: 5);
        run.Drawn.Clear();

        evaluator.EvaluateChosen(run, calibrated, chosen);

        Assert.Equal(16, run.Drawn.Distinct().Count());
    }

    [Fact]
    public void Evaluate_OfARowThatIsNotANumber_SaysWhere()
    {
        using NormalRun run = Start(Task, constant: float.NaN);

        DivergedException exception = Assert.Throws<DivergedException>(() => Evaluator(Task).Evaluate(run, epoch: 5));

        Assert.Equal("Diverged in epoch 5: the generator's row 1 has NaN in column 'first'. Try a lower learningRate.", exception.Message);
        Assert.Equal(5, exception.Epoch);
    }

    [Theory]
    [InlineData(float.NegativeInfinity)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NaN)]
    public void Evaluate_OfAWeightThatIsNotFinite_SaysSo(float weight)
    {
        using NormalRun run = Start(Task);
        run.Weights[1] = weight;

        DivergedException exception = Assert.Throws<DivergedException>(() => Evaluator(Task).Evaluate(run, epoch: 5));

        Assert.Equal("Diverged in epoch 5: a weight of the generator is not finite. Try a lower learningRate.", exception.Message);
    }

    [Theory]
    [InlineData(float.MaxValue)]
    [InlineData(float.MinValue)]
    public void Evaluate_OfTheLargestFiniteWeight_IsScored(float weight)
    {
        using NormalRun run = Start(Task, constant: 0);
        run.Weights[1] = weight;

        Assert.Equal(5, Evaluator(Task).Evaluate(run, epoch: 5).Epoch);
    }

    [Fact]
    public void EvaluateChosen_IsTheMeanOverSixteenSamplesThatAreNotTheEpochsOwn()
    {
        using NormalRun run = Start(Task, divergence: 0.5);
        EpochEvaluator evaluator = Evaluator(Task);
        ScoredEpoch chosen = evaluator.Evaluate(run, epoch: 5);

        Scores scores = evaluator.EvaluateChosen(run, Transform(Task), chosen);

        Assert.Equal(17, run.Drawn.Count);
        Assert.Equal(17, run.Drawn.Distinct().Count());
        TableTransform transform = TableTransform.Fit(TransformKind.Standard, TinyTask.Table, clip: false);
        TableScorer scorer = new(TinyTask.Table, HoldoutSplit.Of(TinyTask.Table, 0));
        double[] gaps =
        [
            .. Enumerable.Range(0, 16).Select(number =>
            {
                float[] rows = new float[TinyTask.EvaluationRows * 2];
                run.Generate(new CounterRandom(Task.Seed, RandomPurpose.FinalEvaluation, number), rows);
                return scorer.Score(new Tables.Table(TinyTask.Table.ColumnNames, transform.Inverse(rows)), Task.SecondSample)[Score.MeanGap]!.Value;
            }),
        ];
        Assert.Equal(gaps.Average(), scores[Score.MeanGap]!.Value, 1e-12);
        Assert.Equal(0.5, scores[Score.JsAdversarial]);
        Assert.NotNull(scores[Score.JointDistance]);
    }

    [Fact]
    public void EvaluateChosen_ScoresThatTakeAModel_AreThoseOfTheFirstSample()
    {
        TrainingTask task = Task with { Holdout = 0.25, Target = "second", EvaluationRows = 100 };
        using NormalRun run = Start(task);
        HoldoutSplit split = HoldoutSplit.Of(task.Table, task.Holdout);
        TableTransform transform = TableTransform.Fit(TransformKind.Standard, split.Training, clip: false);
        EpochEvaluator evaluator = new(task, split, LearntBy(transform, split.Training));
        ScoredEpoch chosen = evaluator.Evaluate(run, epoch: 5);

        Scores scores = evaluator.EvaluateChosen(run, transform, chosen);

        float[] rows = new float[100 * 2];
        run.Generate(new CounterRandom(task.Seed, RandomPurpose.FinalEvaluation, 0), rows);
        Scores first = new TableScorer(task.Table, split, "second").Score(new Tables.Table(task.Table.ColumnNames, transform.Inverse(rows)), Score.All);
        Assert.Equal((first[Score.Detectability]!.Value, first[Score.Utility]!.Value), (scores[Score.Detectability], scores[Score.Utility]));
        Assert.Null(chosen.Scores[Score.Detectability]);
        Assert.Null(chosen.Scores[Score.Utility]);
    }

    [Theory]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData((2 * 2048) + 1)]
    public void Evaluate_AnyNumberOfRows_AreThoseOfTheChunksOneAfterTheOther(int rows)
    {
        TrainingTask task = Task with { EvaluationRows = rows };
        using NormalRun run = Start(task);
        EpochEvaluator evaluator = Evaluator(task);

        ScoredEpoch point = evaluator.Evaluate(run, epoch: 5);
        Scores final = evaluator.EvaluateChosen(run, Transform(task), point);

        Assert.Equal(MeanGapOf(run, rows, RandomPurpose.Evaluation, 0), point.Scores[Score.MeanGap]!.Value);
        Assert.Equal(Enumerable.Range(0, 16).Average(number => MeanGapOf(run, rows, RandomPurpose.FinalEvaluation, number)), final[Score.MeanGap]!.Value, 1e-12);
    }

    private static double MeanGapOf(NormalRun run, int rows, RandomPurpose purpose, int number)
    {
        TableTransform transform = TableTransform.Fit(TransformKind.Standard, TinyTask.Table, clip: false);
        float[][] chunks = [.. Enumerable.Range(0, rows).Chunk(2048).Select(chunk => new float[chunk.Length * 2])];
        for (int i = 0; i < chunks.Length; i++)
        {
            run.Generate(new CounterRandom(Task.Seed, purpose, (number * chunks.Length) + i), chunks[i]);
        }

        TableScorer scorer = new(TinyTask.Table, HoldoutSplit.Of(TinyTask.Table, 0));
        return scorer.Score(transform.InverseTable(chunks.SelectMany(chunk => chunk).ToArray()), Score.Defaults)[Score.MeanGap]!.Value;
    }

    private static TrainingTask OfPasses(int passes)
    {
        return TinyTask.Of(TinyTask.Configuration.With(NormalFamily.Transform, TransformKind.Quantile).With(NormalFamily.Passes, passes));
    }

    private static double WeightedTotalOf(Scores scores)
    {
        return Score.Defaults.Where(score => scores[score] is not null).Average(score => scores[score]!.Value / Task.SecondSample[score]!.Value);
    }

    private static double Middle(double[] column)
    {
        double[] sorted = [.. column.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static NormalRun Start(TrainingTask task, double? divergence = null, float? constant = null, int normals = 2)
    {
        RunStart start = new(task.Configuration, task.Seed, new float[TinyTask.Rows * 2], new FeatureLayout(2));
        return new NormalRun(start, divergence) { Constant = constant, NormalsOfARow = normals };
    }

    private static TableTransform Transform(TrainingTask task)
    {
        return TableTransform.Fit(task.Configuration.Get(NormalFamily.Transform), task.Table, clip: false);
    }

    private static LearntRows LearntBy(TableTransform transform, Table training)
    {
        return new LearntRows(transform, transform.Forward(training), transform.Features, null);
    }

    private static EpochEvaluator Evaluator(TrainingTask task)
    {
        return new EpochEvaluator(task, HoldoutSplit.Of(task.Table, 0), LearntBy(Transform(task), task.Table));
    }
}
