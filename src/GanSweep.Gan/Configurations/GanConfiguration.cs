using System.Collections.Immutable;
using GanSweep.Networks;
using GanSweep.Networks.Keys;
using GanSweep.Settings.Models;
using GanSweep.Tables.Transforms;

namespace GanSweep.Gan.Configurations;

/// <summary>
/// Everything that tells how a GAN is built and trained, apart from its seed and its table: a <see cref="Configuration"/> of
/// <see cref="GanKeys.Model"/>, typed, with nothing left open. Ranges are enforced where sweep.json is parsed.
/// </summary>
internal sealed record GanConfiguration
{
    /// <summary>The objective. Default <see cref="GanLoss.NonSaturating"/>.</summary>
    public GanLoss Loss { get; init; } = GanKeys.Loss.Default;

    /// <summary>Length of the latent vector z, standard normal. 1 to 1,024; default 16.</summary>
    public int LatentDim { get; init; } = GanKeys.LatentDim.Default;

    /// <summary>Widths of the generator's hidden layers, from the latent side. 1 to 8 layers of 1 to 4,096.</summary>
    public required ImmutableArray<int> GeneratorLayers { get; init; }

    /// <summary>Widths of the discriminator's hidden layers, from the data side. 1 to 8 layers of 1 to 4,096.</summary>
    public required ImmutableArray<int> DiscriminatorLayers { get; init; }

    /// <summary>The non-linearity of the hidden layers. Default <see cref="Networks.Activation.LeakyRelu"/>.</summary>
    public Activation Activation { get; init; } = NetworkKeys.Activation.Default;

    /// <summary>Adam's step size for the generator. Above 0, at most 1; default 0.001.</summary>
    public double GeneratorLearningRate { get; init; } = GanKeys.GeneratorLearningRate.Default;

    /// <summary>Adam's step size for the discriminator. Above 0, at most 1; default 0.002 (two time scales: Heusel et al. 2017).</summary>
    public double DiscriminatorLearningRate { get; init; } = GanKeys.DiscriminatorLearningRate.Default;

    /// <summary>Adam's decay of the first moment (Kingma and Ba 2015). 0 to below 1; default 0.5.</summary>
    public double Beta1 { get; init; } = GanKeys.Beta1.Default;

    /// <summary>Adam's decay of the second moment (Kingma and Ba 2015). 0 to below 1; default 0.9.</summary>
    public double Beta2 { get; init; } = GanKeys.Beta2.Default;

    /// <summary>Real rows of a step, and as many generated ones. 1 to 65,536 (the last batch of an epoch has the rows that are left).</summary>
    public required int BatchSize { get; init; }

    /// <summary>Epochs. 1 to 1,000,000.</summary>
    public required int Epochs { get; init; }

    /// <summary>Discriminator updates before each generator update. 1 to 100; default 1.</summary>
    public int DiscriminatorSteps { get; init; } = GanKeys.DiscriminatorSteps.Default;

    /// <summary>One-sided label smoothing: the target of real rows is 1 − this (Salimans et al. 2016). 0 to 0.5; default 0. Not for wassersteinGp.</summary>
    public double LabelSmoothing { get; init; } = GanKeys.LabelSmoothing.Default;

    /// <summary>Weight λ of the gradient penalty. 0 to 1,000; default 10. Of wassersteinGp alone.</summary>
    public double GradientPenalty { get; init; } = GanKeys.GradientPenalty.Default;

    /// <summary>Share of the discriminator's hidden units dropped in training. 0 to below 1.</summary>
    public double Dropout { get; init; }

    /// <summary>How columns are mapped. Default <see cref="TransformKind.Quantile"/>.</summary>
    public TransformKind Transform { get; init; } = NetworkKeys.Transform.Default;

    /// <summary>Decay, per generator update, of the moving average of the generator's weights that is scored and kept. 0 (off) to below 1.</summary>
    public required double EmaDecay { get; init; }

    /// <summary>Epochs between two evaluations; the last epoch is always evaluated. 1 to 1,000,000.</summary>
    public required int EvaluationInterval { get; init; }

    /// <summary>Evaluations without a better total after which training stops early. 0 (off) to 1,000,000; default 0.</summary>
    public int Patience { get; init; } = LoopKeys.Patience.Default;

    /// <summary>Whether synthetic values are clipped to the observed range of their column. Default false.</summary>
    public bool Clip { get; init; } = LoopKeys.Clip.Default;

    /// <summary>
    /// Share of the epochs, at the end, over which both step sizes fall linearly to 0 (as in Gulrajani et al. 2017; Zhu et al. 2017).
    /// 0 (off) to 1; default 1.
    /// </summary>
    public double LearningRateDecay { get; init; } = NetworkKeys.LearningRateDecay.Default;

    /// <summary>
    /// Weight γ of the zero-centred gradient penalty on real rows, γ/2 · E ‖∇D(x)‖² (R1 of Mescheder et al. 2018).
    /// 0 (off) to 1,000; default 1. Not for wassersteinGp, which has a penalty of its own.
    /// </summary>
    public double R1Penalty { get; init; } = GanKeys.R1Penalty.Default;

    /// <summary>What computes the steps. Default <see cref="EngineKind.Fused"/>, which covers every configuration.</summary>
    public EngineKind Engine { get; init; } = NetworkKeys.Engine.Default;

    /// <summary>Updates of the generator that the epochs were made of, or null; how long an epoch is hangs on it (<see cref="LoopKeys.BatchesOf"/>).</summary>
    public int? Steps { get; init; }

    /// <summary>Whether columns are made to have the distributions of the real ones. Default true.</summary>
    public bool Calibrate { get; init; } = LoopKeys.Calibrate.Default;

    /// <summary>Temperature τ of the generator's choices (<see cref="Networks.Heads.ChoiceHeads"/>). 0.05 to 10; default 0.5.</summary>
    public double GumbelTemperature { get; init; } = GanKeys.GumbelTemperature.Default;

    /// <summary>Rows that must share a value for it to be told, where <see cref="ExactValues"/> is off. 2 to 1,000; default 5.</summary>
    public int MinimumCount { get; init; } = LoopKeys.MinimumCount.Default;

    /// <summary>Whether every value is told. Default false.</summary>
    public bool ExactValues { get; init; } = LoopKeys.ExactValues.Default;

    /// <summary>Rows that the model is shown of those before one; null where rows stand by themselves. 1 to 10,000.</summary>
    public int? Window { get; init; }

    /// <summary>The values of a configuration of <see cref="GanKeys.Model"/>.</summary>
    public static GanConfiguration Of(Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new GanConfiguration
        {
            Loss = configuration.Get(GanKeys.Loss),
            LatentDim = configuration.Get(GanKeys.LatentDim),
            GeneratorLayers = configuration.Get(GanKeys.GeneratorLayers),
            DiscriminatorLayers = configuration.Get(GanKeys.DiscriminatorLayers),
            Activation = configuration.Get(NetworkKeys.Activation),
            GeneratorLearningRate = configuration.Get(GanKeys.GeneratorLearningRate),
            DiscriminatorLearningRate = configuration.Get(GanKeys.DiscriminatorLearningRate),
            Beta1 = configuration.Get(GanKeys.Beta1),
            Beta2 = configuration.Get(GanKeys.Beta2),
            BatchSize = configuration.Get(LoopKeys.BatchSize),
            Epochs = configuration.Get(LoopKeys.Epochs),
            DiscriminatorSteps = configuration.Get(GanKeys.DiscriminatorSteps),
            LabelSmoothing = configuration.Get(GanKeys.LabelSmoothing),
            GradientPenalty = configuration.Get(GanKeys.GradientPenalty),
            Dropout = configuration.Get(GanKeys.Dropout),
            Transform = configuration.Get(NetworkKeys.Transform),
            EmaDecay = configuration.Get(NetworkKeys.EmaDecay),
            EvaluationInterval = configuration.Get(LoopKeys.EvaluationInterval),
            Patience = configuration.Get(LoopKeys.Patience),
            Clip = configuration.Get(LoopKeys.Clip),
            LearningRateDecay = configuration.Get(NetworkKeys.LearningRateDecay),
            R1Penalty = configuration.Get(GanKeys.R1Penalty),
            Engine = configuration.Get(NetworkKeys.Engine),
            Steps = (int?)configuration[LoopKeys.Steps],
            Calibrate = configuration.Get(LoopKeys.Calibrate),
            GumbelTemperature = configuration.Get(GanKeys.GumbelTemperature),
            MinimumCount = configuration.Get(LoopKeys.MinimumCount),
            ExactValues = configuration.Get(LoopKeys.ExactValues),
            Window = (int?)configuration[LoopKeys.Window],
        };
    }

    /// <summary>The generator's layers: latent vector and what came before a row → hidden layers → one value a column.</summary>
    internal MlpShape GeneratorShape(int columns, int context = 0)
    {
        return new MlpShape([LatentDim + context, .. GeneratorLayers, columns]);
    }

    /// <summary>The discriminator's layers: one value a column and what came before → hidden layers → one logit (a critic's value under wassersteinGp).</summary>
    internal MlpShape DiscriminatorShape(int columns, int context = 0)
    {
        return new MlpShape([columns + context, .. DiscriminatorLayers, 1]);
    }
}
