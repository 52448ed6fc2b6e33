using GanSweep.Numerics.Randomness;

namespace GanSweep.Flow.Paths;

/// <summary>The random numbers of a run's updates. The same for every engine; updates count from 0.</summary>
/// <param name="seed">The run's seed.</param>
internal sealed class FlowNoise(long seed)
{
    /// <summary>Where the paths of an update begin, z, <c>[batch, features]</c>.</summary>
    public void FillStarts(long update, Span<float> starts)
    {
        new CounterRandom(seed, RandomPurpose.FlowNoise, update).FillNormal(starts);
    }

    /// <summary>How far along its path each row of an update is, t, in (0, 1), <c>[batch]</c>.</summary>
    public void FillTimes(long update, Span<float> times)
    {
        new CounterRandom(seed, RandomPurpose.FlowTime, update).FillUniform(times);
    }
}
