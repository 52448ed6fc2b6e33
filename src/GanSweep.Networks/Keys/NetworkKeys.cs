using System.Collections.Immutable;
using GanSweep.Settings.Models;
using GanSweep.Settings.Values;
using GanSweep.Tables.Transforms;

namespace GanSweep.Networks.Keys;

/// <summary>The keys of every model that is made of networks, and the rules of them: what means the same has the same name.</summary>
public static class NetworkKeys
{
    // The moving average spans this many of as many updates as there are.
    private const double Averages = 10;
    private const double LongestAverage = 0.999999;

    // Beyond so many columns, wider layers tell more of them apart.
    private const int MostColumnsOfNarrow = 4;
    private const int Narrow = 64;
    private const int Wide = 128;

    /// <summary>Allowed of a share that may be 0, but is not all.</summary>
    public static readonly NumberKind Share = new() { Minimum = 0, Maximum = 1, ExcludesMaximum = true };

    /// <summary>Allowed of Adam's step size.</summary>
    public static readonly NumberKind StepSize = new() { Minimum = 0, Maximum = 1, ExcludesMinimum = true };

    /// <summary>Allowed of the length of a latent vector.</summary>
    public static readonly WholeNumberKind<int> LatentLength = new(1, 1_024);

    /// <summary>The non-linearity of the hidden layers. Default <see cref="Networks.Activation.LeakyRelu"/>.</summary>
    public static readonly ConfigurationKey<Activation> Activation = new(
        "activation", "The non-linearity after every hidden layer.", new ChoiceKind<Activation>(), Networks.Activation.LeakyRelu);

    /// <summary>Widths of the hidden layers. 1 to 8 layers of 1 to 4,096; left open, as suits the columns.</summary>
    public static readonly ConfigurationKey<ImmutableArray<int>> Layers = new(
        "layers",
        "Widths of the network's hidden layers; of a VAE those of its encoder, from the data side, which its decoder has the other way round. Left out: three of 64 for up to "
        + "4 columns, three of 128 for more, and of a VAE.",
        new LayersKind());

    /// <summary>Adam's step size. Above 0, at most 1; default 0.001.</summary>
    public static readonly ConfigurationKey<double> LearningRate = new("learningRate", "Adam's step size.", StepSize, 0.001);

    /// <summary>Adam's decay of the first moment (Kingma and Ba 2015). 0 to below 1; default 0.9.</summary>
    public static readonly ConfigurationKey<double> Beta1 = new("beta1", "Adam's decay of the first moment.", Share, 0.9);

    /// <summary>Adam's decay of the second moment (Kingma and Ba 2015). 0 to below 1; default 0.999.</summary>
    public static readonly ConfigurationKey<double> Beta2 = new("beta2", "Adam's decay of the second moment.", Share, 0.999);

    /// <summary>How columns are mapped. Default <see cref="TransformKind.Quantile"/>.</summary>
    public static readonly ConfigurationKey<TransformKind> Transform = new(
        "transform", "How columns are mapped before training and back after sampling.", new ChoiceKind<TransformKind>(), TransformKind.Quantile);

    /// <summary>Decay, per generator update, of the moving average of the generator's weights that is scored and kept. 0 (off) to below 1.</summary>
    public static readonly ConfigurationKey<double> EmaDecay = new(
        "emaDecay",
        "Decay, per generator update, of the moving average of the generator's weights that is scored and kept; 0 is off. Left out: 1 - 10 / updates, "
        + "so that it spans a tenth of the training.",
        Share)
    { Former = 0.99 };

    /// <summary>Share of the epochs, at the end, over which step sizes fall linearly to 0 (as in Gulrajani et al. 2017; Zhu et al. 2017). 0 (off) to 1; default 1.</summary>
    public static readonly ConfigurationKey<double> LearningRateDecay = new(
        "learningRateDecay",
        "Share of the epochs, at the end, over which step sizes fall linearly to 0; 0 is off.",
        new NumberKind { Minimum = 0, Maximum = 1 },
        1);

    /// <summary>What computes the steps. Default <see cref="EngineKind.Fused"/>, which covers every configuration.</summary>
    public static readonly ConfigurationKey<EngineKind> Engine = new(
        "engine", "What computes the steps: kernels of our own, or TorchSharp's autograd, the reference.", new ChoiceKind<EngineKind>(), EngineKind.Fused);

    /// <summary>Layers that suit the columns.</summary>
    public static readonly EffectRule FittedLayers = EffectRule.Fitted(Layers, [], (_, size) => WidthsFor(size.Columns));

    /// <summary>Calibration without distributions to calibrate to.</summary>
    public static readonly EffectRule CalibrateOfQuantile = EffectRule.Unused(
        LoopKeys.Calibrate, Transform, configuration => configuration.Get(Transform) != TransformKind.Quantile,
        "only columns under quantile are mapped to the distributions of real ones", "remove the key or add that transform");

    /// <summary>A fall of the step size that is over before it begins.</summary>
    public static readonly EffectRule LearningRateDecayOfEpochs = new(
        LearningRateDecay,
        [LoopKeys.Epochs],
        (configuration, _) => configuration.Get(LearningRateDecay) * configuration.Get(LoopKeys.Epochs) <= 1,
        (_, _) => 0.0,
        (_, _) => "it is no more than one epoch's share, and the first epoch of those that fall is whole");

    /// <summary>The moving average that suits the length of the training.</summary>
    /// <param name="batchesOfUpdate">The model's <see cref="ModelDescription.BatchesOfUpdate"/>, if it has one.</param>
    public static EffectRule FittedEmaDecay(params ImmutableArray<ConfigurationKey> batchesOfUpdate)
    {
        return EffectRule.Fitted(EmaDecay, [LoopKeys.Epochs, LoopKeys.Steps, LoopKeys.BatchSize, .. batchesOfUpdate], (configuration, size) => EmaDecayFor(configuration, size.Rows));
    }

    private static ImmutableArray<int> WidthsFor(int columns)
    {
        int width = columns <= MostColumnsOfNarrow ? Narrow : Wide;
        return [width, width, width];
    }

    private static double? EmaDecayFor(Configuration configuration, int rows)
    {
        // Six decimals, so that it can be read.
        return Math.Round(Math.Clamp(1 - (Averages / LoopKeys.UpdatesOf(configuration, rows)), 0, LongestAverage), 6);
    }
}
