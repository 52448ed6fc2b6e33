using CsCheck;
using GanSweep.Settings.Models;
using GanSweep.Training.Checkpoints;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;
using GanSweep.Training.Tests.Families;

namespace GanSweep.Training.Tests.Loop;

/// <summary>Runs that end before their configuration's last epoch, and longer ones that go on with them.</summary>
public sealed class BeginningTests
{
    private static readonly string[] Keys = ["3", "4", "5"];

    // Every second epoch is scored: the third, where it ends, is so for the beginning alone.
    [Fact]
    public void Train_UntilAnEpoch_IsTheWholeRunUpToThereScoredAtItsEnd()
    {
        TrainingTask whole = TinyTask.Of(TinyTask.Configuration.With(LoopKeys.Epochs, 8));
        TrainedRun all = TinyTask.Complete(whole).Result;
        using Recorder recorder = new();

        TrainedRun begun = TinyTask.Complete(whole with { Until = 3 }, recorder).Result;

        Assert.Equal(3, begun.Epochs);
        Assert.Equal(all.Losses.Take(3).Select(losses => losses.Values), begun.Losses.Select(losses => losses.Values));
        Assert.Equal([2, 3], begun.History.Select(point => point.Epoch));
        Assert.Equal(all.History[0], begun.History[0]);
        Assert.Equal(begun.History, recorder.Points);
        Assert.Equal(begun.History.MinBy(point => point.Scores.Total)!.Epoch, begun.BestEpoch);
        Assert.Equal([2, 4, 6, 8], all.History.Select(point => point.Epoch));
    }

    [Fact]
    public void Train_UntilAnEpochThatIsScoredAnyway_ScoresItOnce()
    {
        TrainingTask whole = TinyTask.Of(TinyTask.Configuration.With(LoopKeys.Epochs, 8));

        TrainedRun begun = TinyTask.Complete(whole with { Until = 4 }).Result;

        Assert.Equal([2, 4], begun.History.Select(point => point.Epoch));
        Assert.Equal(TinyTask.Complete(whole).Result.History.Take(2), begun.History);
    }

    [Fact]
    public void Train_AWholeRun_HandsNothingOver()
    {
        Assert.Null(TinyTask.Complete(TinyTask.Of()).Checkpoint);
    }

    // From one to the next and the next, each killed at any step of its own, or without what the one before has left.
    [Fact]
    public void Train_GoingOnFromShareToShare_EndsInTheBitsOfTheWholeRun()
    {
        Gen<(Configuration Configuration, int First, int Second)> plays =
            from batch in Gen.Int[5, 50]
            from epochs in Gen.Int[3, 7]
            from interval in Gen.Int[1, 4]
            from patience in Gen.Int[0, 2]
            from rate in Gen.Double[0, 1]
            from first in Gen.Int[1, epochs - 2]
            from second in Gen.Int[first + 1, epochs - 1]
            select (TinyTask.Configuration.With(LoopKeys.BatchSize, batch).With(LoopKeys.Epochs, epochs).With(LoopKeys.EvaluationInterval, interval)
                .With(LoopKeys.Patience, patience).With(NormalFamily.LearningRate, rate).With(LoopKeys.Calibrate, false), first, second);
        plays.Sample(
            play =>
            {
                TrainingTask[] rungs = RungsOf(play.Configuration, play.First, play.Second);
                byte[]? checkpoint = null;
                foreach (TrainingTask rung in rungs)
                {
                    using Recorder always = new(checkpointDue: _ => true);
                    TrainingOutcome.Completed fresh = TinyTask.Complete(rung, always);
                    int epoch = checkpoint is null ? 0 : Math.Min(rungs[Array.IndexOf(rungs, rung) - 1].Until!.Value, fresh.Result.Epochs);
                    using Recorder rest = new() { FirstEpoch = epoch + 1 };

                    TrainingOutcome.Completed goneOn = TinyTask.Complete(rung, rest, checkpoint);

                    TinyTask.AssertSame(fresh, goneOn);
                    Assert.Equal(fresh.Result.Epochs - epoch, rest.Losses.Count);
                    foreach ((int done, byte[] killed) in always.Checkpoints)
                    {
                        using Recorder again = new() { FirstEpoch = done + 1 };
                        TinyTask.AssertSame(fresh, TinyTask.Complete(rung, again, killed));
                    }

                    checkpoint = goneOn.Checkpoint;
                }

                Assert.Null(checkpoint);
            },
            iter: 25,
            threads: 1);
    }

    // Steps of no length: nothing is better than the first evaluation, so the whole run stops after the third.
    [Fact]
    public void Train_WithAPatienceThatRunsOutBefore_EndsThereAndLeavesNothingToTrain()
    {
        Configuration still = TinyTask.Configuration.With(NormalFamily.LearningRate, 0.0).With(LoopKeys.Epochs, 100).With(LoopKeys.Patience, 2);
        StepFamily family = new() { KeepsStill = true };
        TrainingTask[] rungs = [.. RungsOf(still, 10, 50).Select(rung => rung with { Family = family })];
        TrainedRun all = TinyTask.Complete(rungs[2]).Result;
        Assert.Equal(6, all.Epochs);

        TrainingOutcome.Completed begun = TinyTask.Complete(rungs[0]);
        int steps = family.Steps.Count;
        using Recorder rest = new() { FirstEpoch = 7 };
        TrainingOutcome.Completed goneOn = TinyTask.Complete(rungs[1], rest, begun.Checkpoint);

        Assert.Equal(steps, family.Steps.Count);
        foreach (TrainedRun run in (TrainedRun[])[begun.Result, goneOn.Result])
        {
            Assert.Equal((all.Epochs, all.BestEpoch, all.Scores), (run.Epochs, run.BestEpoch, run.Scores));
            Assert.Equal(all.History, run.History);
        }
    }

    // A worse end is of no matter to the patience of the whole run, and a better one none to its choice.
    [Fact]
    public void Train_ThePatienceOfTheWholeRun_DoesNotCountWhereABeginningEnded()
    {
        Configuration still = TinyTask.Configuration.With(NormalFamily.LearningRate, 0.0).With(LoopKeys.Epochs, 100).With(LoopKeys.Patience, 2);
        TrainingTask[] rungs = [.. RungsOf(still, 3, 5).Select(rung => rung with { Family = new StepFamily { KeepsStill = true } })];

        using Recorder second = new() { FirstEpoch = 4 };
        TrainingOutcome.Completed goneOn = TinyTask.Complete(rungs[1], second, TinyTask.Complete(rungs[0]).Checkpoint);
        using Recorder third = new() { FirstEpoch = 6 };
        TrainedRun whole = TinyTask.Complete(rungs[2], third, goneOn.Checkpoint).Result;

        Assert.Equal([2, 4, 5], goneOn.Result.History.Select(point => point.Epoch));
        Assert.Equal((6, 2), (whole.Epochs, whole.BestEpoch));
        Assert.Equal([2, 4, 6], whole.History.Select(point => point.Epoch));
    }

    [Fact]
    public void Train_TheCheckpointOfAnotherBeginning_IsRefused()
    {
        TrainingTask[] rungs = RungsOf(TinyTask.Configuration, 1, 2);
        byte[] first = TinyTask.Complete(rungs[0]).Checkpoint!;

        Assert.Throws<ForeignCheckpointException>(() => TinyTask.Complete(rungs[2], checkpoint: first));
    }

    [Fact]
    public void Train_ACheckpointFromBehindItsEnd_IsRefused()
    {
        TrainingTask[] rungs = RungsOf(TinyTask.Configuration, 1, 3);
        byte[] behind = TinyTask.Complete(rungs[1]).Checkpoint!;

        DamagedCheckpointException refusal = Assert.Throws<DamagedCheckpointException>(
            () => TinyTask.Complete(rungs[1] with { Until = 2 }, checkpoint: behind));

        Assert.Contains("it is in epoch 4, and the run ends with epoch 2", refusal.Message, StringComparison.Ordinal);
    }

    private static TrainingTask[] RungsOf(Configuration configuration, int first, int second)
    {
        TrainingTask whole = TinyTask.Of(configuration) with { EvaluationRows = 24 };
        return
        [
            whole with { RunKey = Keys[0], Until = first },
            whole with { RunKey = Keys[1], Until = second, Beginning = Keys[0] },
            whole with { RunKey = Keys[2], Beginning = Keys[1] },
        ];
    }
}
