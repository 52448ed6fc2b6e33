using System.Diagnostics.CodeAnalysis;
using GanSweep.Networks;
using GanSweep.Networks.Configurations;
using GanSweep.Settings.Models;

namespace GanSweep.Vae.Configurations;

/// <summary>What a VAE's networks and their steps are made of: the values of a <see cref="Configuration"/> of <see cref="VaeKeys.Model"/> that are not the loop's.</summary>
internal sealed record VaeConfiguration : NetworkConfiguration
{
    /// <summary>Defaults.</summary>
    public VaeConfiguration()
    {
    }

    [SetsRequiredMembers]
    private VaeConfiguration(Configuration configuration)
        : base(configuration)
    {
        LatentDim = configuration.Get(VaeKeys.LatentDim);
        KlWeight = configuration.Get(VaeKeys.KlWeight);
        KlWarmUp = configuration.Get(VaeKeys.KlWarmUp);
        WeightDecay = configuration.Get(VaeKeys.WeightDecay);
    }

    /// <inheritdoc cref="VaeKeys.LatentDim"/>
    public int LatentDim { get; init; } = VaeKeys.LatentDim.Default;

    /// <inheritdoc cref="VaeKeys.KlWeight"/>
    public double KlWeight { get; init; } = VaeKeys.KlWeight.Default;

    /// <inheritdoc cref="VaeKeys.KlWarmUp"/>
    public double KlWarmUp { get; init; } = VaeKeys.KlWarmUp.Default;

    /// <inheritdoc cref="VaeKeys.WeightDecay"/>
    public double WeightDecay { get; init; } = VaeKeys.WeightDecay.Default;

    /// <summary>The values of a configuration of <see cref="VaeKeys.Model"/>.</summary>
    public static VaeConfiguration Of(Configuration configuration)
    {
        return new VaeConfiguration(configuration);
    }

    /// <summary>What the divergence weighs in an epoch: a function of the epoch alone, so a run that is resumed needs to remember nothing.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    public double KlWeightIn(int epoch)
    {
        double rising = KlWarmUp * Epochs;
        return epoch < rising ? KlWeight * (epoch / rising) : KlWeight;
    }

    /// <summary>The encoder's layers: a row and what came before it → hidden layers → mean and logarithm of the variance of each latent number.</summary>
    /// <param name="features">Numbers of a row.</param>
    /// <param name="context">Numbers of what came before it.</param>
    public MlpShape EncoderShape(int features, int context = 0)
    {
        return new MlpShape([features + context, .. Layers, 2 * LatentDim]);
    }

    /// <summary>The decoder's layers: latent vector and what came before a row → hidden layers, the encoder's the other way round → one number a feature.</summary>
    /// <param name="features">Numbers of a row.</param>
    /// <param name="context">Numbers of what came before it.</param>
    public MlpShape DecoderShape(int features, int context = 0)
    {
        return new MlpShape([LatentDim + context, .. Layers.Reverse(), features]);
    }
}
