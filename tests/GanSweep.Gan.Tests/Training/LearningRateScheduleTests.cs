using GanSweep.Gan.Configurations;
using GanSweep.Gan.Families;
using GanSweep.Training.Testing;

namespace GanSweep.Gan.Tests.Training;

public class LearningRateScheduleTests
{
    // 8 epochs: the steps of the last 8 · decay fall in equal parts, the next one would be 0.
    [Theory]
    [InlineData(0, new[] { 1, 1, 1, 1, 1, 1, 1, 1.0 })]
    [InlineData(0.25, new[] { 1, 1, 1, 1, 1, 1, 1, 0.5 })]
    [InlineData(0.5, new[] { 1, 1, 1, 1, 1, 0.75, 0.5, 0.25 })]
    [InlineData(1, new[] { 1, 0.875, 0.75, 0.625, 0.5, 0.375, 0.25, 0.125 })]
    public void FactorOf_Epoch_FallsLinearlyOverTheLastEpochs(double decay, double[] expected)
    {
        GanConfiguration configuration = TinyTask.Configuration with { Epochs = 8, LearningRateDecay = decay };

        Assert.Equal(expected, Enumerable.Range(1, 8).Select(epoch => LearningRateSchedule.FactorOf(configuration, epoch)));
    }

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
