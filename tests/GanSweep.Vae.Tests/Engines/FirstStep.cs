using GanSweep.Vae.Configurations;
using GanSweep.Vae.Engines;

namespace GanSweep.Vae.Tests.Engines;

/// <summary>A first step beside what finite differences say of it.</summary>
internal static class FirstStep
{
    /// <summary>A small configuration of a case, without decay of the first moment, which is then the gradient itself.</summary>
    public static VaeConfiguration Small(RandomCase one)
    {
        return one.Configuration with { Beta1 = 0, Layers = [.. one.Configuration.Layers.Select(width => Math.Min(width, 9))] };
    }

    /// <summary>Takes it.</summary>
    /// <param name="one">The case.</param>
    /// <param name="configuration">Its configuration.</param>
    /// <param name="engine">Before its first step.</param>
    public static void AssertAgreesWithFiniteDifferences(RandomCase one, VaeConfiguration configuration, IVaeEngine engine)
    {
        int[] rows = [.. one.Rows.RowsOf(0).Take(5)];
        engine.State.Scales.Fill(0.7f);
        VaeInDoubles exact = new(configuration, RandomCase.Seed, one.Table, one.Features, rows, engine.State);

        VaeLosses losses = engine.Step(rows);

        Assert.Equal(exact.Losses.Amounts + exact.Losses.Choices, losses.Reconstruction, 1e-4);
        Assert.Equal(exact.Losses.Choices, losses.Choices, 1e-5);
        Assert.Equal(exact.Losses.Kl, losses.Kl, 1e-5);
        AssertClose(exact, exact.EncoderWeights, engine.State.Encoder.Optimizer.FirstMoment, $"{one}, encoder");
        AssertClose(exact, exact.DecoderWeights, engine.State.Decoder.Optimizer.FirstMoment, $"{one}, decoder");
    }

    private static void AssertClose(VaeInDoubles exact, double[] weights, Span<float> gradient, string what)
    {
        for (int parameter = 0; parameter < gradient.Length; parameter++)
        {
            double derivative = exact.Derivative(weights, parameter);
            Assert.True(
                Math.Abs(derivative - gradient[parameter]) <= 1e-5 * (1 + Math.Abs(derivative)), $"{what}: derivative {parameter} is {gradient[parameter]}, not {derivative}.");
        }
    }
}
