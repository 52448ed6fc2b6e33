using System.Collections.Immutable;
using GanSweep.Networks;
using GanSweep.Networks.Keys;
using GanSweep.Settings.Models;
using GanSweep.Settings.Values;
using GanSweep.Tables.Text;

namespace GanSweep.Gan.Configurations;

/// <summary>The keys of a GAN's "config" and "space".</summary>
internal static class GanKeys
{
    // Beyond so many columns, wider layers tell more of them apart.
    private const int MostColumnsOfNarrow = 4;
    private const int Narrow = 64;
    private const int Wide = 128;
    private const string WidthsLeftOut = "Left out: two of 64 for up to 4 columns, two of 128 for more.";

    private static readonly ImmutableArray<int> FormerWidths = [64, 64];

    // Keeps the discriminator from telling single rows apart, where they are few enough for that; see docs/quality.md.
    private const double DropoutOfFewRows = 0.2;
    private const int ManyRows = 5_000;

    private static readonly NumberKind Weight = new() { Minimum = 0, Maximum = 1_000 };

    /// <inheritdoc cref="GanConfiguration.Loss"/>
    public static readonly ConfigurationKey<GanLoss> Loss = new(
        "loss", "The objective of the two networks.", new ChoiceKind<GanLoss>(), GanLoss.NonSaturating);

    /// <inheritdoc cref="GanConfiguration.LatentDim"/>
    public static readonly ConfigurationKey<int> LatentDim = new("latentDim", "Length of the latent vector.", NetworkKeys.LatentLength, 16);

    /// <inheritdoc cref="GanConfiguration.GeneratorLayers"/>
    public static readonly ConfigurationKey<ImmutableArray<int>> GeneratorLayers = new(
        "generatorLayers", $"Widths of the generator's hidden layers, from the latent side. {WidthsLeftOut}", new LayersKind())
    { Former = FormerWidths };

    /// <inheritdoc cref="GanConfiguration.DiscriminatorLayers"/>
    public static readonly ConfigurationKey<ImmutableArray<int>> DiscriminatorLayers = new(
        "discriminatorLayers", $"Widths of the discriminator's hidden layers, from the data side. {WidthsLeftOut}", new LayersKind())
    { Former = FormerWidths };

    /// <inheritdoc cref="GanConfiguration.GeneratorLearningRate"/>
    public static readonly ConfigurationKey<double> GeneratorLearningRate = new(
        "generatorLearningRate", "Adam's step size for the generator.", NetworkKeys.StepSize, 0.001);

    /// <inheritdoc cref="GanConfiguration.DiscriminatorLearningRate"/>
    public static readonly ConfigurationKey<double> DiscriminatorLearningRate = new(
        "discriminatorLearningRate", "Adam's step size for the discriminator.", NetworkKeys.StepSize, 0.002);

    /// <inheritdoc cref="GanConfiguration.Beta1"/>
    public static readonly ConfigurationKey<double> Beta1 = new("beta1", "Adam's decay of the first moment.", NetworkKeys.Share, 0.5);

    /// <inheritdoc cref="GanConfiguration.Beta2"/>
    public static readonly ConfigurationKey<double> Beta2 = new("beta2", "Adam's decay of the second moment.", NetworkKeys.Share, 0.9);

    /// <inheritdoc cref="GanConfiguration.DiscriminatorSteps"/>
    public static readonly ConfigurationKey<int> DiscriminatorSteps = new(
        "discriminatorSteps", "Discriminator updates before each generator update.", new WholeNumberKind<int>(1, 100), 1);

    /// <inheritdoc cref="GanConfiguration.LabelSmoothing"/>
    public static readonly ConfigurationKey<double> LabelSmoothing = new(
        "labelSmoothing",
        "One-sided label smoothing: the target of real rows is 1 minus this. Not for wassersteinGp.",
        new NumberKind { Minimum = 0, Maximum = 0.5 },
        0);

    /// <inheritdoc cref="GanConfiguration.GradientPenalty"/>
    public static readonly ConfigurationKey<double> GradientPenalty = new(
        "gradientPenalty", "Weight of the gradient penalty. Of wassersteinGp alone.", Weight, 10);

    /// <inheritdoc cref="GanConfiguration.Dropout"/>
    public static readonly ConfigurationKey<double> Dropout = new(
        "dropout",
        "Share of the discriminator's hidden units dropped in training. Left out: 0.2 of less than 5,000 rows, and 0 of more, under wassersteinGp or with exactValues.",
        NetworkKeys.Share)
    { Former = 0 };

    /// <inheritdoc cref="GanConfiguration.R1Penalty"/>
    public static readonly ConfigurationKey<double> R1Penalty = new(
        "r1Penalty", "Weight of the zero-centred gradient penalty on real rows; 0 is off. Not for wassersteinGp.", Weight, 1)
    { Former = 0 };

    /// <inheritdoc cref="GanConfiguration.GumbelTemperature"/>
    public static readonly ConfigurationKey<double> GumbelTemperature = new(
        "gumbelTemperature",
        "How soft the generator's choices among levels are while it learns: the temperature of a Gumbel-softmax. Of tables with levels or missing cells alone.",
        new NumberKind { Minimum = 0.05, Maximum = 10 },
        0.5);

    /// <summary>The description of the model "gan".</summary>
    public static readonly ModelDescription Model = new(
        "gan",
        "A generative adversarial network of two multilayer perceptrons.",
        Loss, LatentDim, GeneratorLayers, DiscriminatorLayers, NetworkKeys.Activation, GeneratorLearningRate, DiscriminatorLearningRate, Beta1, Beta2,
        LoopKeys.BatchSize, LoopKeys.Epochs, DiscriminatorSteps, LabelSmoothing, GradientPenalty, Dropout, NetworkKeys.Transform, NetworkKeys.EmaDecay,
        LoopKeys.EvaluationInterval, LoopKeys.Patience, LoopKeys.Clip, NetworkKeys.LearningRateDecay, R1Penalty, NetworkKeys.Engine,
        LoopKeys.Steps, LoopKeys.Calibrate, GumbelTemperature, LoopKeys.MinimumCount, LoopKeys.ExactValues, LoopKeys.Window)
    {
        IsImplied = true,
        BatchesOfUpdate = DiscriminatorSteps,
        Losses =
        [
            new("discriminator", "the discriminator's loss") { Symbol = "D", Legend = null },
            new("discriminatorReal", "the discriminator's loss on real rows") { Symbol = null, Legend = "discriminator, real rows" },
            new("discriminatorFake", "the discriminator's loss on generated rows") { Symbol = null, Legend = "discriminator, generated rows" },
            new("generator", "the generator's loss") { Symbol = "G" },
        ],
        LossesTell = "how the two networks hold one another in check",
        EffectRules =
        [
            EffectRule.Fitted(GeneratorLayers, [], (_, size) => WidthsFor(size.Columns)),
            EffectRule.Fitted(DiscriminatorLayers, [], (_, size) => WidthsFor(size.Columns)),
            NetworkKeys.FittedEmaDecay(DiscriminatorSteps),
            EffectRule.Fitted(
                Dropout,
                [Loss, LoopKeys.ExactValues],
                (configuration, size) => size.Rows >= ManyRows || IsWasserstein(configuration) || configuration.Get(LoopKeys.ExactValues) ? 0 : DropoutOfFewRows),
            NetworkKeys.CalibrateOfQuantile,
            EffectRule.Unused(LabelSmoothing, Loss, IsWasserstein, "wassersteinGp has no labels", "remove the key or add a loss"),
            EffectRule.Unused(R1Penalty, Loss, IsWasserstein, "wassersteinGp has a penalty of its own", "remove the key or add a loss") with { Off = 0.0 },
            EffectRule.Unused(
                GradientPenalty, Loss, configuration => !IsWasserstein(configuration), "only wassersteinGp uses it", "remove the key or add that loss"),
            EffectRule.AtMost(
                DiscriminatorSteps, [LoopKeys.BatchSize], (configuration, size) => LoopKeys.BatchesOfPass(configuration, size.Rows),
                batches => $"the generator is updated at the end of every epoch, which has {Amount.Of(batches, "step")}"),
            NetworkKeys.LearningRateDecayOfEpochs,
        ],
    };

    private static ImmutableArray<int> WidthsFor(int columns)
    {
        int width = columns <= MostColumnsOfNarrow ? Narrow : Wide;
        return [width, width];
    }

    private static bool IsWasserstein(Configuration configuration)
    {
        return configuration.Get(Loss) == GanLoss.WassersteinGp;
    }
}
