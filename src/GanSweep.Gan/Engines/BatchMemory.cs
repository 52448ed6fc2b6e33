using GanSweep.Contracts.Configurations;
using GanSweep.Gan.Networks;

namespace GanSweep.Gan.Engines;

/// <summary>What goes into the steps of one batch size, allocated once: random numbers and rows are written straight into the tensors.</summary>
internal sealed class BatchMemory : IDisposable
{
    public BatchMemory(GanConfiguration configuration, MlpShape discriminator, int batch)
    {
        Latents = new HostTensor(batch, configuration.LatentDim);
        Rows = new HostTensor(2 * batch, discriminator.Inputs);
        LogitSlopes = new HostTensor(2 * batch, 1);
        GeneratorSlopes = new HostTensor(batch, 1);
        if (configuration.Loss == GanLoss.WassersteinGp)
        {
            Mixed = new HostTensor(batch, discriminator.Inputs);
            MixedOnes = new HostTensor(batch, 1);
            MixedOnes.Values.Fill(1);
            MixedShares = new float[batch];
        }

        if (configuration.Dropout > 0)
        {
            DiscriminatorMasks = new DropoutMasks(discriminator, 2 * batch, configuration.Dropout);
            Masks = new DropoutMasks(discriminator, batch, configuration.Dropout);
        }
    }

    /// <summary><c>[batch, latentDim]</c>.</summary>
    public HostTensor Latents { get; }

    /// <summary>Real rows, then generated ones, <c>[2 · batch, columns]</c>.</summary>
    public HostTensor Rows { get; }

    /// <summary>Where the discriminator's backward pass starts, <c>[2 · batch, 1]</c>.</summary>
    public HostTensor LogitSlopes { get; }

    /// <summary>Where the generator's backward pass starts, <c>[batch, 1]</c>.</summary>
    public HostTensor GeneratorSlopes { get; }

    /// <summary>Points between real and generated rows, <c>[batch, columns]</c>; wassersteinGp alone.</summary>
    public HostTensor? Mixed { get; }

    /// <summary>How far each point is towards its real row, <c>[batch]</c>; wassersteinGp alone.</summary>
    public float[] MixedShares { get; } = [];

    /// <summary>Ones, <c>[batch, 1]</c>; wassersteinGp alone.</summary>
    public HostTensor? MixedOnes { get; }

    /// <summary>Masks of the pass over <see cref="Rows"/>; null without dropout.</summary>
    public DropoutMasks? DiscriminatorMasks { get; }

    /// <summary>Masks of a pass over one batch; null without dropout.</summary>
    public DropoutMasks? Masks { get; }

    public void Dispose()
    {
        Latents.Dispose();
        Rows.Dispose();
        LogitSlopes.Dispose();
        GeneratorSlopes.Dispose();
        Mixed?.Dispose();
        MixedOnes?.Dispose();
        DiscriminatorMasks?.Dispose();
        Masks?.Dispose();
    }
}
