using CsCheck;
using GanSweep.Kernels.Optimizers;

namespace GanSweep.Kernels.Tests.Optimizers;

public class MovingAverageTests
{
    [Fact]
    public void Update_OfAnyLength_MovesEveryNumberByItsShare()
    {
        Gen.Select(Gen.Float[-10, 10].Array[1, 40], Gen.Double[0, 0.999]).Sample((weights, decay) =>
        {
            float[] average = [.. weights.Select(weight => 1 - weight)];
            MovingAverage.Update(average, weights, decay);
            for (int i = 0; i < weights.Length; i++)
            {
                Assert.Equal((decay * (1 - weights[i])) + ((1 - decay) * weights[i]), average[i], 1e-5);
            }
        });
    }

    [Fact]
    public void Update_WithoutDecay_IsTheWeights()
    {
        float[] average = [.. Enumerable.Repeat(1e30f, 20)];
        float[] weights = [.. Enumerable.Range(0, 20).Select(i => 1e-30f * i)];

        MovingAverage.Update(average, weights, decay: 0);

        Assert.Equal(weights, average);
    }
}
