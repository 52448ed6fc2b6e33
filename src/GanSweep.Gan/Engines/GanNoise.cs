using GanSweep.Networks;
using GanSweep.Networks.Heads;
using GanSweep.Numerics.Randomness;

namespace GanSweep.Gan.Engines;

/// <summary>The random numbers of a run's updates. The same for every engine; updates count from 0, each network's its own.</summary>
/// <param name="seed">The run's seed.</param>
internal sealed class GanNoise(long seed)
{
    // Room for the passes and hidden layers of an update in the address of a mask.
    private const int PassesInUpdate = 4;
    private const int LayersInPass = 16;

    /// <summary>Latent vectors of an update of the discriminator, <c>[batch, latentDim]</c>.</summary>
    public void FillDiscriminatorLatents(long update, Span<float> latents)
    {
        OfDiscriminator(update).FillNormal(latents);
    }

    /// <summary>The noise of the choices of an update of the discriminator, <c>[batch, features]</c>.</summary>
    public void FillDiscriminatorChoices(long update, ChoiceHeads heads, Span<float> noise)
    {
        heads.FillNoise(OfDiscriminator(update), noise);
    }

    /// <summary>Latent vectors of an update of the generator, <c>[batch, latentDim]</c>.</summary>
    public void FillGeneratorLatents(long update, Span<float> latents)
    {
        OfGenerator(update).FillNormal(latents);
    }

    /// <summary>The noise of the choices of an update of the generator, <c>[batch, features]</c>.</summary>
    public void FillGeneratorChoices(long update, ChoiceHeads heads, Span<float> noise)
    {
        heads.FillNoise(OfGenerator(update), noise);
    }

    /// <summary>How far each point of the gradient penalty is from the generated towards the real row, <c>[batch]</c>.</summary>
    public void FillInterpolation(long update, Span<float> shares)
    {
        new CounterRandom(seed, RandomPurpose.Interpolation, update).FillUniform(shares);
    }

    /// <summary>The masks of a pass through the discriminator.</summary>
    public void FillDropout(long update, DropoutPass pass, DropoutMasks masks)
    {
        ArgumentNullException.ThrowIfNull(masks);
        for (int layer = 0; layer < masks.Count; layer++)
        {
            long step = (((update * PassesInUpdate) + (int)pass) * LayersInPass) + layer;
            new CounterRandom(seed, RandomPurpose.Dropout, step).FillUniform(masks.Values(layer));
            masks.FromUniform(layer);
        }
    }

    private CounterRandom OfDiscriminator(long update)
    {
        return new CounterRandom(seed, RandomPurpose.DiscriminatorNoise, update);
    }

    private CounterRandom OfGenerator(long update)
    {
        return new CounterRandom(seed, RandomPurpose.GeneratorNoise, update);
    }
}
