using GanSweep.Numerics.Randomness;

namespace GanSweep.Vae.Engines;

/// <summary>The random numbers of a run's updates. The same for every engine; updates count from 0.</summary>
/// <param name="seed">The run's seed.</param>
internal sealed class VaeNoise(long seed)
{
    /// <summary>How many standard deviations the latent vectors of an update are from their means, <c>[batch, latentDim]</c>.</summary>
    public void FillLatents(long update, Span<float> noise)
    {
        new CounterRandom(seed, RandomPurpose.LatentNoise, update).FillNormal(noise);
    }
}
