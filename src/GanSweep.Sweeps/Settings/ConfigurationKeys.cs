using System.Collections.Immutable;
using GanSweep.Contracts.Configurations;
using GanSweep.Sweeps.Values;

namespace GanSweep.Sweeps.Settings;

/// <summary>
/// The keys of "config" and "space": the one table behind the parser, the canonical text of run keys, the cells of tables and the schema.
/// Their order is part of every run key and sweep id: new keys go to the end.
/// </summary>
internal static class ConfigurationKeys
{
    private static readonly WholeNumberKind<int> UpToAMillion = new(1, 1_000_000);
    private static readonly NumberKind Step = new() { Minimum = 0, Maximum = 1, ExcludesMinimum = true };
    private static readonly NumberKind Share = new() { Minimum = 0, Maximum = 1, ExcludesMaximum = true };

    public static readonly ConfigurationKey<GanLoss> Loss = new(
        "loss", "The objective of the two networks.",
        new ChoiceKind<GanLoss>(), c => c.Loss, (c, value) => c with { Loss = value });

    public static readonly ConfigurationKey<double> LabelSmoothing = new(
        "labelSmoothing", "One-sided label smoothing: the target of real rows is 1 minus this. Not for wassersteinGp.",
        new NumberKind { Minimum = 0, Maximum = 0.5 }, c => c.LabelSmoothing, (c, value) => c with { LabelSmoothing = value });

    public static readonly ConfigurationKey<double> GradientPenalty = new(
        "gradientPenalty", "Weight of the gradient penalty. Of wassersteinGp alone.",
        new NumberKind { Minimum = 0, Maximum = 1_000 }, c => c.GradientPenalty, (c, value) => c with { GradientPenalty = value });

    public static readonly ConfigurationKey<double> R1Penalty = new(
        "r1Penalty", "Weight of the zero-centred gradient penalty on real rows; 0 is off. Not for wassersteinGp.",
        new NumberKind { Minimum = 0, Maximum = 1_000 }, c => c.R1Penalty, (c, value) => c with { R1Penalty = value });

    public static readonly ImmutableArray<ConfigurationKey> All =
    [
        Loss,
        new ConfigurationKey<int>(
            "latentDim", "Length of the latent vector.",
            new WholeNumberKind<int>(1, 1_024), c => c.LatentDim, (c, value) => c with { LatentDim = value }),
        new ConfigurationKey<ImmutableArray<int>>(
            "generatorLayers", "Widths of the generator's hidden layers, from the latent side.",
            new LayersKind(), c => c.GeneratorLayers, (c, value) => c with { GeneratorLayers = value }),
        new ConfigurationKey<ImmutableArray<int>>(
            "discriminatorLayers", "Widths of the discriminator's hidden layers, from the data side.",
            new LayersKind(), c => c.DiscriminatorLayers, (c, value) => c with { DiscriminatorLayers = value }),
        new ConfigurationKey<Activation>(
            "activation", "The non-linearity after every hidden layer.",
            new ChoiceKind<Activation>(), c => c.Activation, (c, value) => c with { Activation = value }),
        new ConfigurationKey<double>(
            "generatorLearningRate", "Adam's step size for the generator.",
            Step, c => c.GeneratorLearningRate, (c, value) => c with { GeneratorLearningRate = value }),
        new ConfigurationKey<double>(
            "discriminatorLearningRate", "Adam's step size for the discriminator.",
            Step, c => c.DiscriminatorLearningRate, (c, value) => c with { DiscriminatorLearningRate = value }),
        new ConfigurationKey<double>(
            "beta1", "Adam's decay of the first moment.",
            Share, c => c.Beta1, (c, value) => c with { Beta1 = value }),
        new ConfigurationKey<double>(
            "beta2", "Adam's decay of the second moment.",
            Share, c => c.Beta2, (c, value) => c with { Beta2 = value }),
        new ConfigurationKey<int>(
            "batchSize", "Real rows of a step, and as many generated ones.",
            new WholeNumberKind<int>(1, 65_536), c => c.BatchSize, (c, value) => c with { BatchSize = value }),
        new ConfigurationKey<int>(
            "epochs", "Passes over the rows.",
            UpToAMillion, c => c.Epochs, (c, value) => c with { Epochs = value }),
        new ConfigurationKey<int>(
            "discriminatorSteps", "Discriminator updates before each generator update.",
            new WholeNumberKind<int>(1, 100), c => c.DiscriminatorSteps, (c, value) => c with { DiscriminatorSteps = value }),
        LabelSmoothing,
        GradientPenalty,
        new ConfigurationKey<double>(
            "dropout", "Share of the discriminator's hidden units dropped in training.",
            Share, c => c.Dropout, (c, value) => c with { Dropout = value }),
        new ConfigurationKey<TransformKind>(
            "transform", "How columns are mapped before training and back after sampling.",
            new ChoiceKind<TransformKind>(), c => c.Transform, (c, value) => c with { Transform = value }),
        new ConfigurationKey<double>(
            "emaDecay", "Decay, per generator update, of the moving average of the generator's weights that is scored and kept; 0 is off.",
            Share, c => c.EmaDecay, (c, value) => c with { EmaDecay = value }),
        new ConfigurationKey<int>(
            "evaluationInterval", "Epochs between two evaluations; the last epoch is always evaluated.",
            UpToAMillion, c => c.EvaluationInterval, (c, value) => c with { EvaluationInterval = value }),
        new ConfigurationKey<int>(
            "patience", "Evaluations without a better total after which training stops early; 0 is off.",
            new WholeNumberKind<int>(0, 1_000_000), c => c.Patience, (c, value) => c with { Patience = value }),
        new ConfigurationKey<bool>(
            "clip", "Whether synthetic values are clipped to the observed range of their column.",
            new SwitchKind(), c => c.Clip, (c, value) => c with { Clip = value }),
        new ConfigurationKey<double>(
            "learningRateDecay", "Share of the epochs, at the end, over which both step sizes fall linearly to 0; 0 is off.",
            new NumberKind { Minimum = 0, Maximum = 1 }, c => c.LearningRateDecay, (c, value) => c with { LearningRateDecay = value }),
        R1Penalty,
        new ConfigurationKey<EngineKind>(
            "engine", "What computes the steps: kernels of our own, or TorchSharp's autograd, the reference.",
            new ChoiceKind<EngineKind>(), c => c.Engine, (c, value) => c with { Engine = value }),
    ];

    public static readonly ImmutableArray<string> Names = [.. All.Select(key => key.Name)];

    private static readonly Dictionary<string, ConfigurationKey> ByName = All.ToDictionary(key => key.Name);

    /// <summary>The key of that name, or null.</summary>
    public static ConfigurationKey? Find(string name)
    {
        return ByName.GetValueOrDefault(name);
    }
}
