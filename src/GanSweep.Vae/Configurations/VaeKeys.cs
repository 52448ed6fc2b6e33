using System.Collections.Immutable;
using GanSweep.Networks.Keys;
using GanSweep.Settings.Models;
using GanSweep.Settings.Values;

namespace GanSweep.Vae.Configurations;

/// <summary>The keys of a VAE's "config" and "space".</summary>
internal static class VaeKeys
{
    private const int Batch = 64;

    private static readonly ImmutableArray<int> Widths = [128, 128, 128];

    /// <summary>Length of the latent vector z. 1 to 1,024; default 8.</summary>
    public static readonly ConfigurationKey<int> LatentDim = new("latentDim", "Length of the latent vector.", NetworkKeys.LatentLength, 8);

    /// <summary>What the divergence of the latent vector's distribution weighs in the loss, β of Higgins et al. 2017. 0 to 1,000; default 1.5.</summary>
    public static readonly ConfigurationKey<double> KlWeight = new(
        "klWeight",
        "What the divergence of the encoder's distribution from a standard normal one weighs beside the reconstruction of rows; 1 is the bound on the likelihood.",
        new NumberKind { Minimum = 0, Maximum = 1_000 },
        1.5);

    /// <summary>Share of the epochs, at the beginning, over which that weight rises linearly (Bowman et al. 2016). 0 (off) to 1; default 0.</summary>
    public static readonly ConfigurationKey<double> KlWarmUp = new(
        "klWarmUp",
        "Share of the epochs, at the beginning, over which klWeight rises linearly from 0 to what it is; 0 is off.",
        new NumberKind { Minimum = 0, Maximum = 1 },
        0);

    /// <summary>Weight of the L2 penalty on all weights, half of their squares, as a part of the gradient. 0 (off) to 1; default 0.00001.</summary>
    public static readonly ConfigurationKey<double> WeightDecay = new(
        "weightDecay",
        "Weight of the L2 penalty: this times each weight is added to its derivative, before Adam; 0 is off.",
        new NumberKind { Minimum = 0, Maximum = 1 },
        0.00001);

    /// <summary>The description of the model "vae".</summary>
    public static readonly ModelDescription Model = new(
        "vae",
        "A variational autoencoder of two multilayer perceptrons, after TVAE.",
        LatentDim, NetworkKeys.Layers, NetworkKeys.Activation, NetworkKeys.LearningRate, NetworkKeys.Beta1, NetworkKeys.Beta2, LoopKeys.BatchSize, LoopKeys.Epochs,
        NetworkKeys.Transform, NetworkKeys.EmaDecay, LoopKeys.EvaluationInterval, LoopKeys.Patience, LoopKeys.Clip, NetworkKeys.LearningRateDecay, KlWeight, KlWarmUp, WeightDecay,
        NetworkKeys.Engine, LoopKeys.Steps, LoopKeys.Calibrate, LoopKeys.MinimumCount, LoopKeys.ExactValues, LoopKeys.Window)
    {
        Losses =
        [
            new("reconstruction", "the negative log likelihood of rows") { Symbol = "R" },
            new("choices", "the part of it that is of choices") { Symbol = null, Legend = "of it, choices" },
            new("kl", "the divergence of the encoder's distribution") { Symbol = "K" },
        ],
        SuitedBatch = Batch,
        LossesTell = "how closely rows are given back, and what of them the latent vector carries (in nats a row)",
        EffectRules =
        [
            EffectRule.Fitted(NetworkKeys.Layers, [], (_, _) => Widths),
            NetworkKeys.FittedEmaDecay(),
            NetworkKeys.CalibrateOfQuantile,
            NetworkKeys.LearningRateDecayOfEpochs,
            EffectRule.Unused(
                KlWarmUp, KlWeight, configuration => configuration.Get(KlWeight) == 0, "a klWeight of 0 does not rise", "remove the key or add another klWeight"),
            new(
                KlWarmUp,
                [LoopKeys.Epochs],
                (configuration, _) => configuration.Get(KlWarmUp) * configuration.Get(LoopKeys.Epochs) <= 1,
                (_, _) => 0.0,
                (_, _) => "it is no more than one epoch's share, and the weight is whole in the last epoch in which it rises"),
        ],
    };
}
