using GanSweep.Training.Testing;

namespace GanSweep.Gan.Tests.Training;

public class LearningRateDecayTests
{
    [Fact]
    public void Train_WithDecay_LeavesTheFirstEpochAsItIsAndChangesTheNext()
    {
        using Recorder constant = new();
        using Recorder falling = new();

        GanTrainerTests.Complete(TinyTask.Of(TinyTask.Configuration with { LearningRateDecay = 0 }), constant);
        GanTrainerTests.Complete(TinyTask.Of(TinyTask.Configuration with { LearningRateDecay = 1 }), falling);

        Assert.Equal(constant.Losses[0], falling.Losses[0]);
        Assert.Equal(constant.Losses.Count, falling.Losses.Count);
        Assert.NotEqual(constant.Losses[2], falling.Losses[2]);
    }
}
