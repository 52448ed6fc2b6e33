using System.Collections.Immutable;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Families;
using GanSweep.Gan.Tests.GeneratorFiles;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Checkpoints;
using GanSweep.Training.Generators;
using GanSweep.Training.Loop;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;

namespace GanSweep.Gan.Tests.Training;

public class GanTrainerTests
{
    [Theory]
    [InlineData(GanLoss.Minimax)]
    [InlineData(GanLoss.NonSaturating)]
    [InlineData(GanLoss.LeastSquares)]
    [InlineData(GanLoss.WassersteinGp)]
    public void Train_OfEveryLoss_ReportsEveryEpochAndKeepsTheBest(GanLoss loss)
    {
        TrainingTask task = TinyTask.Of(TinyTask.Configuration with { Loss = loss, Epochs = 5 });
        using Recorder recorder = new();

        TrainingOutcome.Completed outcome = Complete(task, recorder);

        Assert.Equal(5, outcome.Result.Epochs);
        Assert.Equal(recorder.Losses, outcome.Result.Losses.Select(losses => losses.Values));
        Assert.All(outcome.Result.Losses, losses => Assert.Equal(["discriminator", "discriminatorReal", "discriminatorFake", "generator"], losses.Series.Select(series => series.Name)));
        Assert.Equal([2, 4, 5], recorder.Points.Select(point => point.Epoch));
        Assert.Equal(recorder.Points, outcome.Result.History);
        ScoredEpoch chosen = recorder.Points.MinBy(point => point.Scores.Total)!;
        Assert.Equal(chosen.Epoch, outcome.Result.BestEpoch);
        Assert.Equal(chosen.Scores[Score.JsAdversarial], outcome.Result.Scores[Score.JsAdversarial]);
        Assert.NotEqual(chosen.Scores[Score.MeanGap], outcome.Result.Scores[Score.MeanGap]);
        Assert.Equal(WeightedTotal.Of(outcome.Result.Scores, task.SecondSample, ScoreWeights.Default), outcome.Result.Scores.Total);
        Assert.All(Score.All.Where(score => !score.NeedsHoldout && task.SecondSample[score] is not null), score => Assert.NotNull(outcome.Result.Scores[score]));
        Assert.NotNull(outcome.Result.Scores[Score.JointDistance]);
        Assert.Null(outcome.Result.Scores[Score.CategoryGap]);
        Assert.Equal(recorder.BestEpochs[^1], outcome.Result.BestEpoch);
        Assert.All(recorder.Points, point => Assert.Equal(loss is GanLoss.Minimax or GanLoss.NonSaturating, point.Scores[Score.JsAdversarial] is not null));
        TrainedGenerator generator = GeneratorFileReader.Read(outcome.Generator, "test", SampleGenerator.Families);
        Assert.Equal((outcome.Result.BestEpoch, outcome.Result.Scores), (generator.BestEpoch, generator.Scores));
    }

    [Theory]
    [InlineData(GanLoss.LeastSquares, 0.5)]
    [InlineData(GanLoss.WassersteinGp, 1)]
    public void Train_LossesOfAnEpoch_AddUp(GanLoss loss, double halfWeight)
    {
        using Recorder recorder = new();

        Complete(TinyTask.Of(TinyTask.Configuration with { Loss = loss }), recorder);

        foreach (ImmutableArray<float> losses in recorder.Losses)
        {
            double halves = halfWeight * (losses[GanFamily.DiscriminatorReal] + losses[GanFamily.DiscriminatorFake]);
            double penalty = losses[GanFamily.Discriminator] - halves;
            Assert.True(loss == GanLoss.WassersteinGp ? penalty > 0.01 : Math.Abs(penalty) < 1e-6, string.Join(", ", losses));
        }
    }

    // Three batches an epoch: 16, 16 and 13 rows.
    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    [InlineData(7, 1)]
    public void Train_WithDiscriminatorSteps_UpdatesTheGeneratorAfterThemAndAtTheEpochsEnd(int discriminatorSteps, int expectedUpdates)
    {
        TrainingTask task = TinyTask.Of(TinyTask.Configuration with { DiscriminatorSteps = discriminatorSteps });
        using Recorder recorder = new(checkpointDue: step => step == 3);

        Complete(task, recorder);

        using GanRun run = TinyTask.Start(task);
        (int epoch, byte[] checkpoint) = Assert.Single(recorder.Checkpoints);
        TrainingCheckpoint.Read(checkpoint, task, run, batches: 100);
        Assert.Equal(1, epoch);
        Assert.Equal([expectedUpdates, 3], run.Counters);
    }

    [Fact]
    public void Train_OnSeveralThreadsAtOnce_GivesTheBitsOfOneAlone()
    {
        TrainingTask task = TinyTask.Of(TinyTask.Configuration with { Dropout = 0.1, Epochs = 10 });
        TrainingTask other = TinyTask.Of(TinyTask.Configuration with { Loss = GanLoss.WassersteinGp, Epochs = 10 }, seed: 4);
        TrainingOutcome.Completed alone = Complete(task);
        TrainingOutcome.Completed[] together = new TrainingOutcome.Completed[4];

        Thread[] threads = [.. together.Select((_, i) => new Thread(() => together[i] = Complete(i % 2 == 0 ? task : other)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        AssertSame(alone, together[0]);
        AssertSame(alone, together[2]);
        AssertSame(together[1], together[3]);
        Assert.NotEqual(alone.Generator, together[1].Generator);
    }

    [Fact]
    public void Train_UnderAnotherSeed_GivesAnotherGenerator()
    {
        Assert.NotEqual(Complete(TinyTask.Of(TinyTask.Configuration, seed: 1)).Generator, Complete(TinyTask.Of(TinyTask.Configuration, seed: 2)).Generator);
    }

    [Theory]
    [InlineData(GanLoss.LeastSquares, TransformKind.Standard)]
    [InlineData(GanLoss.WassersteinGp, TransformKind.None)]
    public void Train_WithAHugeLearningRate_DivergesInANamedEpoch(GanLoss loss, TransformKind transform)
    {
        GanConfiguration huge = TinyTask.Configuration with
        {
            Loss = loss,
            Transform = transform,
            Epochs = 500,
            GeneratorLearningRate = 1,
            DiscriminatorLearningRate = 1,
            Beta1 = 0,
            Beta2 = 0,
            GeneratorLayers = [64, 64, 64, 64, 64, 64, 64, 64],
            DiscriminatorLayers = [64, 64, 64, 64, 64, 64, 64, 64],
        };
        using Recorder recorder = new();

        DivergedException exception = Assert.Throws<DivergedException>(() => Complete(TinyTask.Of(huge), recorder));

        Assert.Equal(recorder.Losses.Count + 1, exception.Epoch);
        Assert.StartsWith($"Diverged in epoch {exception.Epoch}: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("discriminatorLearningRate", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_OnAToyTable_LearnsIt()
    {
        GanConfiguration configuration = TinyTask.Configuration with
        {
            GeneratorLayers = [16, 16],
            DiscriminatorLayers = [16, 16],
            GeneratorLearningRate = 0.002,
            DiscriminatorLearningRate = 0.002,
            Epochs = 300,
            EvaluationInterval = 10,
        };

        TrainingOutcome.Completed outcome = Complete(TinyTask.Of(configuration));

        Assert.True(
            outcome.Result.Scores.Total < 0.25 * outcome.Result.History[0].Scores.Total,
            $"Total was {outcome.Result.History[0].Scores.Total} after 10 epochs and {outcome.Result.Scores.Total} at its best.");
    }

    internal static TrainingOutcome.Completed Complete(TrainingTask task, Recorder? recorder = null, byte[]? checkpoint = null)
    {
        using Recorder nobody = new();
        return Assert.IsType<TrainingOutcome.Completed>(Trainer.Train(task, checkpoint, recorder ?? nobody, TimeProvider.System, CancellationToken.None));
    }

    internal static void AssertSame(TrainingOutcome.Completed expected, TrainingOutcome.Completed actual)
    {
        Assert.Equal(expected.Generator, actual.Generator);
        Assert.Equal(expected.Result.History, actual.Result.History);
        Assert.Equal(expected.Result.Losses.Select(losses => losses.Values), actual.Result.Losses.Select(losses => losses.Values));
        Assert.Equal((expected.Result.Scores, expected.Result.BestEpoch, expected.Result.Epochs), (actual.Result.Scores, actual.Result.BestEpoch, actual.Result.Epochs));
    }
}
