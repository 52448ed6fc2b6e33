using GanSweep.Numerics.Randomness;

namespace GanSweep.Tables.Tests.Transforms;

/// <summary>What a generator that has learnt nothing says.</summary>
internal static class Noise
{
    /// <summary>Standard normal numbers, <c>[rows, features]</c>.</summary>
    public static float[] Normal(int rows, int features, long seed)
    {
        float[] noise = new float[rows * features];
        new CounterRandom(seed, RandomPurpose.Evaluation, 0).FillNormal(noise);
        return noise;
    }
}
