using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Grains.Trainers;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Tasks;

namespace GanSweep.Grains.Tests.Trainers;

public sealed class RunAttemptTests
{
    private const int MaxPayloadLength = 8;

    [Fact]
    public void Train_ToItsEnd_TellsTheResultAndTheGenerator()
    {
        CompletedReport completed = Assert.IsType<CompletedReport>(Train((_, _, _) => Completed(MaxPayloadLength)));

        Assert.Equal((3, 2, 30, 20, 1.5), (completed.Run, completed.Attempt, completed.Result.Epochs, completed.Result.BestEpoch, completed.Result.Seconds));
        Assert.Equal(0.2, completed.Result.Scores.ToScores().Total);
        Assert.Equal([(10, 0.3), (20, 0.2)], completed.Result.History.Select(point => (point.Epoch, point.Scores.ToScores().Total)));
        Assert.Equal(30, completed.Result.Losses.Count);
        Assert.Equal(MaxPayloadLength, completed.Generator.Length);
    }

    [Fact]
    public void Train_ToAGeneratorTooLargeToBeSent_FailsForGoodWithTheWayOut()
    {
        FailedReport failed = Assert.IsType<FailedReport>(Train((_, _, _) => Completed(MaxPayloadLength + 1)));

        Assert.Equal(new FailedReport(3, 2, 30, "The generator's file has 9 bytes; at most 8 are kept. Make the model smaller.", Final: true), failed);
    }

    // Both are sent together. Without the checkpoint a longer run begins anew, to the same bits.
    [Theory]
    [InlineData(3, 5, true)]
    [InlineData(4, 5, false)]
    public void Train_ABeginning_HandsItsCheckpointOverIfItCanBeSent(int generator, int checkpoint, bool sent)
    {
        CompletedReport completed = Assert.IsType<CompletedReport>(Train((_, _, _) => Completed(generator) with { Checkpoint = new byte[checkpoint] }));

        Assert.Equal((generator, sent ? checkpoint : null), (completed.Generator.Length, (int?)completed.Checkpoint?.Length));
    }

    [Fact]
    public void Train_Stopped_GivesTheRunBackWithItsCheckpoint()
    {
        CheckpointReport given = Assert.IsType<CheckpointReport>(Train((_, _, _) => new TrainingOutcome.Interrupted(7, new byte[MaxPayloadLength])));

        Assert.Equal((3, 2, 7, MaxPayloadLength, true), (given.Run, given.Attempt, given.Epoch, given.Checkpoint.Length, given.GivesBack));
    }

    [Fact]
    public void Train_StoppedWithACheckpointTooLargeToBeSent_SaysNothing()
    {
        Assert.Null(Train((_, _, _) => new TrainingOutcome.Interrupted(7, new byte[MaxPayloadLength + 1])));
    }

    [Fact]
    public void Train_Diverged_FailsForGoodInItsEpoch()
    {
        RunReport? end = Train((_, _, _) => throw new DivergedException(5, "a loss is NaN", "Try less."));

        Assert.Equal(new FailedReport(3, 2, 5, "Diverged in epoch 5: a loss is NaN. Try less.", Final: true), end);
    }

    [Fact]
    public void Train_TableThatDoesNotFit_FailsForGoodBeforeTheFirstEpoch()
    {
        RunReport? end = Train((_, _, _) => throw new TransformException("It has a zero.", "a", null, null));

        Assert.Equal(new FailedReport(3, 2, 0, "It has a zero.", Final: true), end);
    }

    [Fact]
    public void Train_AnyOtherException_FailsThisAttemptInTheEpochAfterTheLast()
    {
        RunReport? end = Train((observer, _, _) =>
        {
            observer.CompleteEpoch(4);
            throw new InvalidOperationException("Out of luck.");
        });

        Assert.Equal(new FailedReport(3, 2, 5, "Failed in epoch 5: Out of luck. (InvalidOperationException)", Final: false), end);
    }

    [Fact]
    public void Train_WithACheckpoint_GoesOnFromItAndCanBeStopped()
    {
        byte[] checkpoint = [4, 4];
        (byte[]? From, CancellationToken Stop) given = default;
        using LeasedRun run = TestRuns.Leased(trainerStops: TestContext.Current.CancellationToken);

        new RunAttempt(run, TestRuns.Table, new RunCheckpoint(4, checkpoint)).Train(
            new ScriptedTrainer((_, from, stop) =>
            {
                given = (from, stop);
                return new TrainingOutcome.Interrupted(4, checkpoint);
            }),
            MaxPayloadLength);

        Assert.Equal((checkpoint, run.Stop), given);
    }

    private static RunReport? Train(Func<ITrainingObserver, byte[]?, CancellationToken, TrainingOutcome> train)
    {
        using LeasedRun run = TestRuns.Leased(TestRuns.Lease(run: 3, attempt: 2));
        return new RunAttempt(run, TestRuns.Table, null).Train(new ScriptedTrainer(train), MaxPayloadLength);
    }

    private static TrainingOutcome.Completed Completed(int generatorLength)
    {
        return new TrainingOutcome.Completed(TestRuns.Result(epochs: 30, bestEpoch: 20, seconds: 1.5), new byte[generatorLength]);
    }
}
