using CsCheck;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Checkpoints;
using GanSweep.Training.Families;
using GanSweep.Training.Generators;
using GanSweep.Training.Loop;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;
using GanSweep.Training.Tests.Families;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Training.Tests.Loop;

public sealed class TrainerTests
{
    private static readonly ModelFamilies Families = new(new NormalFamily());

    [Fact]
    public void Train_ToTheEnd_ReportsEveryEpochAndKeepsTheBest()
    {
        using Recorder recorder = new();

        TrainingOutcome.Completed outcome = TinyTask.Complete(TinyTask.Of(TinyTask.Configuration.With(LoopKeys.Epochs, 5)), recorder);

        Assert.Equal(5, outcome.Result.Epochs);
        Assert.Equal(recorder.Losses, outcome.Result.Losses.Select(losses => losses.Values));
        Assert.All(outcome.Result.Losses, losses => Assert.Equal(["means", "scales"], losses.Series.Select(series => series.Name)));
        Assert.Equal([2, 4, 5], recorder.Points.Select(point => point.Epoch));
        Assert.Equal(recorder.Points, outcome.Result.History);
        ScoredEpoch chosen = recorder.Points.MinBy(point => point.Scores.Total)!;
        Assert.Equal((chosen.Epoch, chosen.Epoch), (outcome.Result.BestEpoch, recorder.BestEpochs[^1]));
        Assert.NotEqual(chosen.Scores[Score.MeanGap], outcome.Result.Scores[Score.MeanGap]);
        Assert.All(Score.All.Where(score => !score.NeedsHoldout), score => Assert.Equal(IsOfWords(score) || score.NeedsSequence, outcome.Result.Scores[score] is null));
        TrainedGenerator generator = GeneratorFileReader.Read(outcome.Generator, "test", Families);
        Assert.Equal((outcome.Result.BestEpoch, outcome.Result.Scores), (generator.BestEpoch, generator.Scores));
        Assert.Equal((3, "tiny-00000000", "normal-1"), (generator.Seed, generator.SweepId, generator.EngineVersion));
        Assert.Equal((new string('1', 64), new string('2', 64)), (generator.RunKey, generator.DatasetHash));
    }

    [Fact]
    public void Train_OnRowsThatFollowEachOther_IsScoredInTimeAndCountsIt()
    {
        RowSequence sequence = new(RowSequence.FileOrder, Window: 5);
        TrainingTask plain = TinyTask.Of() with { Holdout = 0.2 };
        Scores second = YardstickEstimator.SecondSample(plain.Table, TestContext.Current.CancellationToken, sequence);

        Scores scores = TinyTask.Complete(plain with { Sequence = sequence, SecondSample = second }).Result.Scores;

        // 45 rows have no 60 to fall in, and nine that are held out no ten windows.
        Score[] without = [Score.DrawdownGap, Score.WindowMembership];
        Score[] ofTime = [.. Score.All.Where(score => score.NeedsSequence).Except(without)];
        Assert.All(ofTime, score => Assert.NotNull(scores[score]));
        Assert.All(without, score => Assert.Null(scores[score]));
        Assert.Equal(0, scores[Score.CopiedRun]);
        Assert.Equal(scores.WithTotal(second).Total, scores.Total);
        Assert.NotEqual(scores.WithTotal(plain.SecondSample).Total, scores.Total);
        Assert.All(ofTime, score => Assert.Null(TinyTask.Complete(plain).Result.Scores[score]));
    }

    // 45 rows: batches of 16, 16 and 13 an epoch.
    [Fact]
    public void Train_AnEpoch_VisitsEveryRowInBatchesAndTheLastHasWhatIsLeft()
    {
        StepFamily family = new();

        TinyTask.Complete(TinyTask.Of() with { Family = family });

        Assert.Equal(12, family.Steps.Count);
        Assert.Equal([(1, 1, 16, false), (1, 2, 16, false), (1, 3, 13, true), (2, 1, 16, false)], family.Steps[..4].Select(step => (step.Epoch, step.Number, step.Rows.Length, step.EndsEpoch)));
        Assert.All(Enumerable.Range(1, 4), epoch => Assert.Equal(
            Enumerable.Range(0, TinyTask.Rows), family.Steps.Where(step => step.Epoch == epoch).SelectMany(step => step.Rows).Order()));
    }

    // 45 rows in batches of 4: a pass has twelve, and a fiftieth of 200 steps is four.
    [Fact]
    public void Train_ALengthInSteps_HasShorterEpochsThatGoThroughTheRowsAllTheSame()
    {
        StepFamily family = new();
        Configuration configuration = TinyTask.Configuration.With(LoopKeys.BatchSize, 4).With(LoopKeys.Epochs, 50).With(LoopKeys.Steps, 200);

        TrainingOutcome.Completed outcome = TinyTask.Complete(TinyTask.Of(configuration) with { Family = family });

        Assert.Equal((50, 50, 200), (outcome.Result.Epochs, outcome.Result.Losses.Length, family.Steps.Count));
        Assert.Equal(Enumerable.Range(0, 200).Select(step => ((step / 4) + 1, (step % 4) + 1, step % 4 == 3)), family.Steps.Select(step => (step.Epoch, step.Number, step.EndsEpoch)));
        Assert.All(family.Steps.Chunk(12).Take(16), pass => Assert.Equal(Enumerable.Range(0, TinyTask.Rows), pass.SelectMany(step => step.Rows).Order()));
        Assert.NotEqual(family.Steps[0].Rows, family.Steps[12].Rows);
    }

    [Fact]
    public void Train_OnQuantiles_KeepsTheCalibratedTransformThatItWasScoredWith()
    {
        Configuration quantile = TinyTask.Configuration.With(NormalFamily.Transform, TransformKind.Quantile).With(LoopKeys.ExactValues, true);

        TrainingOutcome.Completed calibrated = TinyTask.Complete(TinyTask.Of(quantile));
        TrainingOutcome.Completed raw = TinyTask.Complete(TinyTask.Of(quantile.With(LoopKeys.Calibrate, false)));

        Assert.Equal(TableTransform.Fit(TransformKind.Quantile, TinyTask.Table, clip: false).Inverse(0, 1), GeneratorOf(raw).Transform.Inverse(0, 1));
        Assert.NotEqual(GeneratorOf(raw).Transform.Inverse(0, 1), GeneratorOf(calibrated).Transform.Inverse(0, 1));
        Assert.True(calibrated.Result.Scores[Score.JsEstimate] < raw.Result.Scores[Score.JsEstimate]);
        TableScorer scorer = new(TinyTask.Table, HoldoutSplit.Of(TinyTask.Table, 0));
        Assert.True(1.5 * DivergenceOf(calibrated) < DivergenceOf(raw), $"{DivergenceOf(calibrated)} calibrated, {DivergenceOf(raw)} not.");

        double DivergenceOf(TrainingOutcome.Completed outcome)
        {
            return scorer.Score(Assert.Single(RowSampler.Draw(GeneratorOf(outcome), 2_000, seed: 1)), Score.Defaults)[Score.JsEstimate]!.Value;
        }

        static TrainedGenerator GeneratorOf(TrainingOutcome.Completed outcome) => GeneratorFileReader.Read(outcome.Generator, "test", Families);
    }

    [Fact]
    public void Train_ATableOfOneBatch_IsOneStepAnEpoch()
    {
        StepFamily family = new();

        TinyTask.Complete(TinyTask.Of(TinyTask.Configuration.With(LoopKeys.BatchSize, TinyTask.Rows)) with { Family = family });

        Assert.Equal(4, family.Steps.Count);
        Assert.All(family.Steps, step => Assert.True(step.EndsEpoch && step.Number == 1));
    }

    [Fact]
    public void Train_WithHeldOutRows_NeverLooksAtThemBeforeTheEnd()
    {
        TrainingTask task = TinyTask.Of() with { Holdout = 0.2 };
        Table table = task.Table;
        Table heldOut = HoldoutSplit.Of(table, task.Holdout).HeldOut!;

        // Moved by less than what is between any two values, held-out rows keep their ranks, and so the split.
        double[][] columns = [.. Enumerable.Range(0, table.ColumnCount).Select(column => table.Column(column).ToArray()
            .Select(value => heldOut.Column(column).Contains(value) ? value + 1e-9 : value)
            .ToArray())];
        TrainingTask moved = task with { Table = new Table(table.ColumnNames, columns) };

        TrainingOutcome.Completed outcome = TinyTask.Complete(task);
        TrainingOutcome.Completed other = TinyTask.Complete(moved);

        Assert.Equal(outcome.Result.Losses.Select(losses => losses.Values), other.Result.Losses.Select(losses => losses.Values));
        Assert.Equal(outcome.Result.History, other.Result.History);
        Assert.NotEqual(outcome.Result.Scores[Score.MeanGap], other.Result.Scores[Score.MeanGap]);
        Assert.InRange(outcome.Result.Scores[Score.CloserToTraining]!.Value, 0.01, 0.99);
    }

    [Fact]
    public void Train_WithPatience_StopsAfterThatManyEvaluationsWithoutABetterOne()
    {
        // Steps of no length: every evaluation is like the first.
        Configuration still = TinyTask.Configuration.With(NormalFamily.LearningRate, 0.0).With(LoopKeys.Epochs, 100)
            .With(LoopKeys.EvaluationInterval, 3).With(LoopKeys.Patience, 4);
        StepFamily family = new() { KeepsStill = true };

        TrainingOutcome.Completed outcome = TinyTask.Complete(TinyTask.Of(still) with { Family = family });

        Assert.Equal((3, 15), (outcome.Result.BestEpoch, outcome.Result.Epochs));
        Assert.Equal(5, outcome.Result.History.Length);
    }

    [Fact]
    public void Train_WithoutPatience_GoesOnWhateverItFinds()
    {
        StepFamily family = new() { KeepsStill = true };

        TrainingOutcome.Completed outcome = TinyTask.Complete(TinyTask.Of(TinyTask.Configuration.With(LoopKeys.Epochs, 30)) with { Family = family });

        Assert.Equal((2, 30), (outcome.Result.BestEpoch, outcome.Result.Epochs));
    }

    [Fact]
    public void Train_LossesThatAreNotFinite_NamesThemAndTheEpoch()
    {
        using Recorder recorder = new();
        StepFamily family = new() { DivergesIn = 3 };

        DivergedException exception = Assert.Throws<DivergedException>(() => TinyTask.Complete(TinyTask.Of() with { Family = family }, recorder));

        Assert.Equal("Diverged in epoch 3: the loss of the scales is NaN. Try a lower learningRate.", exception.Message);
        Assert.Equal(2, recorder.Losses.Count);
    }

    [Fact]
    public void Train_WithStepsThatAreTooLong_NamesEveryLossThatBroke()
    {
        TrainingTask task = TinyTask.Of(TinyTask.Configuration.With(NormalFamily.LearningRate, 1e300));

        DivergedException exception = Assert.Throws<DivergedException>(() => TinyTask.Complete(task));

        Assert.Matches("^Diverged in epoch 1: the loss of the means is (NaN|∞|Infinity), the loss of the scales is (NaN|∞|Infinity)[.] Try", exception.Message);
    }

    [Fact]
    public void Train_WhereLaterEpochsAreWorse_TheScoresAreOfTheGeneratorThatIsKept()
    {
        // It strides past what it learns, further with every step.
        TrainingTask task = TinyTask.Of(TinyTask.Configuration.With(NormalFamily.LearningRate, 2.5).With(LoopKeys.EvaluationInterval, 1));
        using Recorder recorder = new();

        TrainingOutcome.Completed outcome = TinyTask.Complete(task, recorder);

        Assert.InRange(outcome.Result.BestEpoch, 1, outcome.Result.Epochs - 1);
        TrainedGenerator generator = GeneratorFileReader.Read(outcome.Generator, "test", Families);
        HoldoutSplit split = HoldoutSplit.Of(task.Table, 0);
        EpochEvaluator evaluator = new(task, split, new LearntRows(generator.Transform, generator.Transform.Forward(task.Table), generator.Transform.Features, null));
        using NormalRun run = TinyTask.Start(task);
        generator.Weights.AsSpan().CopyTo(run.Weights);
        Assert.Equal(evaluator.EvaluateChosen(run, generator.Transform, outcome.Result.History.MinBy(point => point.Scores.Total)!), outcome.Result.Scores);
    }

    [Fact]
    public void Train_OnAToyTable_LearnsIt()
    {
        TrainingOutcome.Completed outcome = TinyTask.Complete(TinyTask.Of(TinyTask.Configuration.With(LoopKeys.Epochs, 40)));

        Assert.True(outcome.Result.Scores[Score.MeanGap] < 0.5 * outcome.Result.History[0].Scores[Score.MeanGap]);
        Assert.True(outcome.Result.Losses[^1].Values[0] < 0.1 * outcome.Result.Losses[0].Values[0]);
    }

    [Fact]
    public void Train_UnderAnotherSeed_GivesAnotherGenerator()
    {
        Assert.NotEqual(TinyTask.Complete(TinyTask.Of(seed: 1)).Generator, TinyTask.Complete(TinyTask.Of(seed: 2)).Generator);
    }

    [Fact]
    public void Train_FromTheCheckpointOfAnyStep_EndsInTheSameBits()
    {
        Gen<Configuration> configurations =
            from batch in Gen.Int[5, 50]
            from epochs in Gen.Int[1, 4]
            from interval in Gen.Int[1, 3]
            from patience in Gen.Int[0, 2]
            from rate in Gen.Double[0, 1]
            from transform in Gen.Enum<TransformKind>()
            from calibrate in Gen.Int[1, 8].Select(number => number == 1) // calibration takes longer than the rest, every time
            select TinyTask.Configuration.With(LoopKeys.BatchSize, batch).With(LoopKeys.Epochs, epochs).With(LoopKeys.EvaluationInterval, interval)
                .With(LoopKeys.Patience, patience).With(NormalFamily.LearningRate, rate).With(NormalFamily.Transform, transform).With(LoopKeys.Calibrate, calibrate);
        configurations.Sample(
            configuration =>
            {
                // Too few rows for the scores that models are trained for, which would take longer than the trainings.
                TrainingTask task = TinyTask.Of(configuration) with { EvaluationRows = 24 };
                using Recorder always = new(checkpointDue: _ => true);
                TrainingOutcome.Completed whole = TinyTask.Complete(task, always);

                foreach ((int epoch, byte[] checkpoint) in always.Checkpoints)
                {
                    using Recorder rest = new() { FirstEpoch = epoch + 1 };
                    TinyTask.AssertSame(whole, TinyTask.Complete(task, rest, checkpoint));
                    Assert.Equal(whole.Result.Epochs - epoch, rest.Losses.Count);
                }
            },
            iter: 25,
            threads: 1);
    }

    [Fact]
    public void Train_StoppedAgainAndAgain_EndsInTheSameBits()
    {
        TrainingTask task = TinyTask.Of();
        TrainingOutcome.Completed whole = TinyTask.Complete(task);

        byte[]? checkpoint = null;
        List<int> epochs = [];
        while (true)
        {
            using Recorder recorder = new(stopAt: 2) { FirstEpoch = checkpoint is null ? 1 : epochs[^1] + 1 };
            TrainingOutcome outcome = Trainer.Train(task, checkpoint, recorder, TimeProvider.System, recorder.Stop);
            if (outcome is TrainingOutcome.Completed completed)
            {
                TinyTask.AssertSame(whole, completed);
                break;
            }

            TrainingOutcome.Interrupted interrupted = Assert.IsType<TrainingOutcome.Interrupted>(outcome);
            checkpoint = interrupted.Checkpoint;
            epochs.Add(interrupted.Epoch);
        }

        // Twelve steps, two at a time; the last two end the run before the stop is seen.
        Assert.Equal([0, 1, 2, 2, 3], epochs);
    }

    [Fact]
    public void Train_StoppedBeforeItBegins_ReturnsACheckpointOfTheStart()
    {
        TrainingTask task = TinyTask.Of();
        using Recorder recorder = new();

        TrainingOutcome outcome = Trainer.Train(task, null, recorder, TimeProvider.System, new CancellationToken(canceled: true));

        TrainingOutcome.Interrupted interrupted = Assert.IsType<TrainingOutcome.Interrupted>(outcome);
        Assert.Equal((0, 0), (interrupted.Epoch, recorder.Losses.Count));
        TinyTask.AssertSame(TinyTask.Complete(task), TinyTask.Complete(task, checkpoint: interrupted.Checkpoint));
    }

    [Fact]
    public void Train_CheckpointDue_IsAskedBeforeEveryStepAndGivenOnlyThen()
    {
        using Recorder recorder = new(checkpointDue: step => step is 3 or 4);

        TinyTask.Complete(TinyTask.Of(), recorder);

        Assert.Equal(12, recorder.Steps);
        Assert.Equal([1, 1], recorder.Checkpoints.Select(checkpoint => checkpoint.Epoch));
        TrainingTask task = TinyTask.Of();
        using NormalRun run = TinyTask.Start(task);
        Assert.Equal(0, TrainingCheckpoint.Read(recorder.Checkpoints[0].Checkpoint, task, run, batches: 100).Step);
        Assert.Equal([3L, 1L], run.Counters);
        Assert.Equal(1, TrainingCheckpoint.Read(recorder.Checkpoints[1].Checkpoint, task, run, batches: 100).Step);
        Assert.Equal([4L, 1L], run.Counters);
    }

    [Fact]
    public void Train_FromACheckpoint_AddsItsSecondsToThoseBefore()
    {
        FakeTimeProvider time = new();
        StepFamily family = new() { OnStep = () => time.Advance(TimeSpan.FromSeconds(2)) };
        TrainingTask task = TinyTask.Of() with { Family = family };
        using Recorder recorder = new(stopAt: 5);

        TrainingOutcome.Interrupted half = Assert.IsType<TrainingOutcome.Interrupted>(Trainer.Train(task, null, recorder, time, recorder.Stop));
        time.Advance(TimeSpan.FromHours(1));
        using Recorder rest = new() { FirstEpoch = half.Epoch + 1 };
        TrainingOutcome.Completed whole = Assert.IsType<TrainingOutcome.Completed>(Trainer.Train(task, half.Checkpoint, rest, time, CancellationToken.None));

        Assert.Equal(24, whole.Result.Seconds, 1e-3);
    }

    // A table of numbers has nothing of what they look at.
    private static bool IsOfWords(Score score)
    {
        return score == Score.CategoryGap || score == Score.AssociationDistance || score == Score.MissingGap || score == Score.LevelCoverage
            || score == Score.NovelLevels || score == Score.TvComplement || score == Score.ContingencySimilarity;
    }
}
