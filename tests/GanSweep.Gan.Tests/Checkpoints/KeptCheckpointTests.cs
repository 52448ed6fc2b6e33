using GanSweep.Gan.Families;
using GanSweep.Gan.Tests.Training;
using GanSweep.Training.Checkpoints;
using GanSweep.Training.Progress;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;

namespace GanSweep.Gan.Tests.Checkpoints;

/// <summary>A checkpoint as version 1 wrote it, before the eighth of twelve steps, kept to be read for ever.</summary>
public sealed class KeptCheckpointTests
{
    private static readonly TrainingTask Task = TinyTask.Of(TinyTask.Configuration with { DiscriminatorSteps = 2, Dropout = 0.1 });

    [Fact]
    public void Read_OfVersion1_GivesWhatWasWritten()
    {
        using GanRun run = TinyTask.Start(Task);

        TrainingProgress progress = TrainingCheckpoint.Read(Version1(), Task, run, batches: 100);

        Assert.Equal((2, 1), (progress.Epoch, progress.Step));
        Assert.Equal([4, 7], run.Counters);
        Assert.Equal(
            [0.71164215f, 0.70643365f, 0.8174674f, 0.8051872f, 0.6058169f, 0.6076801f, 0.790815f, 0.78461325f],
            progress.Losses.ToArray());
        Assert.Equal([16, 16, 16, 0], progress.Sums.Rows);
        Assert.Equal((2, run.Weights.Length), (Assert.Single(progress.History).Epoch, progress.BestWeights.Length));
    }

    [Fact]
    public void Train_FromVersion1_GoesOnToTheEnd()
    {
        using Recorder recorder = new() { FirstEpoch = 3 };

        TrainingOutcome.Completed outcome = GanTrainerTests.Complete(Task, recorder, Version1());

        Assert.Equal((4, 2), (outcome.Result.Epochs, recorder.Losses.Count));
    }

    private static byte[] Version1()
    {
        return File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Checkpoints", "version-1.checkpoint"));
    }
}
