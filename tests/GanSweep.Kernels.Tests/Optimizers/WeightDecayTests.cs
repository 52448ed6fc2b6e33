using CsCheck;
using GanSweep.Kernels.Optimizers;

namespace GanSweep.Kernels.Tests.Optimizers;

public class WeightDecayTests
{
    [Fact]
    public void AddTo_OfAnyLength_AddsTheDerivativeOfHalfTheSquares()
    {
        Gen.Select(Gen.Float[-10, 10].Array[1, 40], Gen.Double[0, 1]).Sample((weights, decay) =>
        {
            float[] gradient = [.. weights.Select(weight => 1 - weight)];
            WeightDecay.AddTo(gradient, weights, decay);
            for (int i = 0; i < weights.Length; i++)
            {
                Assert.Equal(1 - weights[i] + (decay * weights[i]), gradient[i], 1e-5);
            }
        });
    }

    [Fact]
    public void AddTo_WithoutDecay_LeavesEveryBit()
    {
        float[] gradient = [1, -0f, 3];

        WeightDecay.AddTo(gradient, [float.PositiveInfinity, 2, float.NaN], decay: 0);

        Assert.Equal([1, -0f, 3], gradient);
        Assert.True(float.IsNegative(gradient[1]));
    }
}
