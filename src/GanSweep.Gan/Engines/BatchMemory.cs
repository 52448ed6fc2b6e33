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
        bool isWasserstein = configuration.Loss == GanLoss.WassersteinGp;
        if (isWasserstein || configuration.R1Penalty > 0)
        {
            Points = new HostTensor(batch, discriminator.Inputs);
            PointOnes = new HostTensor(batch, 1);
            PointOnes.Values.Fill(1);
            Shares = isWasserstein ? new float[batch] : [];
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

    /// <summary>Where the gradient is penalised, <c>[batch, columns]</c>; null without a penalty.</summary>
    public HostTensor? Points { get; }

    /// <summary>Ones, <c>[batch, 1]</c>; null without a penalty.</summary>
    public HostTensor? PointOnes { get; }

    /// <summary>How far each point is towards its real row, <c>[batch]</c>; wassersteinGp alone.</summary>
    public float[] Shares { get; } = [];

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
        Points?.Dispose();
        PointOnes?.Dispose();
        DiscriminatorMasks?.Dispose();
        Masks?.Dispose();
    }
}
