using GanSweep.Kernels.Optimizers;

namespace GanSweep.Kernels.Tests.Optimizers;

public sealed class LearningRateScheduleTests
{
    // 8 epochs: the steps of the last 8 · decay fall in equal parts, the next one would be 0.
    [Theory]
    [InlineData(0, new[] { 1, 1, 1, 1, 1, 1, 1, 1.0 })]
    [InlineData(0.25, new[] { 1, 1, 1, 1, 1, 1, 1, 0.5 })]
    [InlineData(0.5, new[] { 1, 1, 1, 1, 1, 0.75, 0.5, 0.25 })]
    [InlineData(1, new[] { 1, 0.875, 0.75, 0.625, 0.5, 0.375, 0.25, 0.125 })]
    public void FactorOf_Epoch_FallsLinearlyOverTheLastEpochs(double decay, double[] expected)
    {
        Assert.Equal(expected, Enumerable.Range(1, 8).Select(epoch => LearningRateSchedule.FactorOf(decay, 8, epoch)));
    }
}
