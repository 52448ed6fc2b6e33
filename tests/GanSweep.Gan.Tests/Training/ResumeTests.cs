using CsCheck;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Families;
using GanSweep.Networks;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Checkpoints;
using GanSweep.Training.Loop;
using GanSweep.Training.Progress;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;

namespace GanSweep.Gan.Tests.Training;

public class ResumeTests
{
    private static readonly Gen<GanConfiguration> Configurations =
        from loss in Gen.Enum<GanLoss>()
        from activation in Gen.Enum<Activation>()
        from transform in Gen.Enum<TransformKind>()
        from latentDim in Gen.Int[1, 5]
        from generatorLayers in Gen.Int[1, 9].Array[1, 3]
        from discriminatorLayers in Gen.Int[1, 9].Array[1, 3]
        from batchSize in Gen.Int[5, 50]
        from epochs in Gen.Int[1, 4]
        from discriminatorSteps in Gen.Int[1, 4]
        from smoothing in Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 0.5])
        from dropout in Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 0.6])
        from emaDecay in Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 0.99])
        from evaluationInterval in Gen.Int[1, 3]
        from patience in Gen.Int[0, 2]
        from learningRateDecay in Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 1])
        from r1Penalty in Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 10])
        from engine in Gen.Enum<EngineKind>()
        from steps in Gen.OneOf(Gen.Const((int?)null), Gen.Int[1, 120].Select(count => (int?)count))
        from calibrate in Gen.Int[1, 8].Select(number => number == 1) // calibration takes longer than the rest, every time
        select new GanConfiguration
        {
            Loss = loss,
            Activation = activation,
            Transform = transform,
            LatentDim = latentDim,
            GeneratorLayers = [.. generatorLayers],
            DiscriminatorLayers = [.. discriminatorLayers],
            BatchSize = batchSize,
            Epochs = epochs,
            DiscriminatorSteps = discriminatorSteps,
            LabelSmoothing = smoothing,
            Dropout = dropout,
            EmaDecay = emaDecay,
            EvaluationInterval = evaluationInterval,
            Patience = patience,
            LearningRateDecay = learningRateDecay,
            R1Penalty = r1Penalty,
            Engine = engine,
            Steps = steps,
            Calibrate = calibrate,
        };

    [Fact]
    public void Train_FromTheCheckpointOfAnyStep_EndsInTheSameBits()
    {
        Configurations.Sample(
            configuration =>
            {
                TrainingTask task = TinyTask.Of(configuration);
                using Recorder always = new(checkpointDue: _ => true);
                TrainingOutcome.Completed whole = GanTrainerTests.Complete(task, always);

                foreach ((int epoch, byte[] checkpoint) in always.Checkpoints)
                {
                    using Recorder rest = new() { FirstEpoch = epoch + 1 };
                    GanTrainerTests.AssertSame(whole, GanTrainerTests.Complete(task, rest, checkpoint));
                    Assert.Equal(whole.Result.Epochs - epoch, rest.Losses.Count);
                }
            },
            iter: 40,
            threads: 1);
    }

    [Fact]
    public void Train_StoppedAgainAndAgain_EndsInTheSameBits()
    {
        TrainingTask task = TinyTask.Of(TinyTask.Configuration with { Loss = GanLoss.WassersteinGp, DiscriminatorSteps = 2, Dropout = 0.2 });
        TrainingOutcome.Completed whole = GanTrainerTests.Complete(task);

        byte[]? checkpoint = null;
        int interruptions = 0;
        while (true)
        {
            using Recorder recorder = new(stopAt: 2) { FirstEpoch = checkpoint is null ? 1 : EpochOf(task, checkpoint) + 1 };
            TrainingOutcome outcome = Trainer.Train(task, checkpoint, recorder, TimeProvider.System, recorder.Stop);
            if (outcome is TrainingOutcome.Completed completed)
            {
                GanTrainerTests.AssertSame(whole, completed);
                break;
            }

            checkpoint = Assert.IsType<TrainingOutcome.Interrupted>(outcome).Checkpoint;
            interruptions++;
            Assert.True(interruptions < 10, "The run makes no headway.");
        }

        // Twelve steps, two at a time; the last two end the run before the stop is seen.
        Assert.Equal(5, interruptions);
    }

    private static int EpochOf(TrainingTask task, byte[] checkpoint)
    {
        using GanRun run = TinyTask.Start(task);
        return TrainingCheckpoint.Read(checkpoint, task, run, batches: 100).Epoch;
    }
}
