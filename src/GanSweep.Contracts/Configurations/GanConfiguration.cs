using System.Collections.Immutable;

namespace GanSweep.Contracts.Configurations;

/// <summary>
/// One cell of a sweep: everything that tells how a GAN is built and trained, apart from its seed and its table.
/// Names, ranges and defaults are those of <c>sweep.json</c>; ranges are enforced where it is parsed.
/// </summary>
[GenerateSerializer, Immutable, Alias("GanSweep.GanConfiguration")]
public sealed record GanConfiguration
{
    /// <summary>The objective. Default <see cref="GanLoss.NonSaturating"/>.</summary>
    [Id(0)] public GanLoss Loss { get; init; } = GanLoss.NonSaturating;

    /// <summary>Length of the latent vector z, standard normal. 1 to 1,024; default 16.</summary>
    [Id(1)] public int LatentDim { get; init; } = 16;

    /// <summary>Widths of the generator's hidden layers, from the latent side. 1 to 8 layers of 1 to 4,096; default 64, 64.</summary>
    [Id(2)] public ImmutableArray<int> GeneratorLayers { get; init; } = [64, 64];

    /// <summary>Widths of the discriminator's hidden layers, from the data side. 1 to 8 layers of 1 to 4,096; default 64, 64.</summary>
    [Id(3)] public ImmutableArray<int> DiscriminatorLayers { get; init; } = [64, 64];

    /// <summary>The non-linearity of the hidden layers. Default <see cref="Configurations.Activation.LeakyRelu"/>.</summary>
    [Id(4)] public Activation Activation { get; init; } = Activation.LeakyRelu;

    /// <summary>Adam's step size for the generator. Above 0, at most 1; default 0.001.</summary>
    [Id(5)] public double GeneratorLearningRate { get; init; } = 0.001;

    /// <summary>Adam's step size for the discriminator. Above 0, at most 1; default 0.002 (two time scales: Heusel et al. 2017).</summary>
    [Id(6)] public double DiscriminatorLearningRate { get; init; } = 0.002;

    /// <summary>Adam's decay of the first moment (Kingma and Ba 2015). 0 to below 1; default 0.5.</summary>
    [Id(7)] public double Beta1 { get; init; } = 0.5;

    /// <summary>Adam's decay of the second moment (Kingma and Ba 2015). 0 to below 1; default 0.9.</summary>
    [Id(8)] public double Beta2 { get; init; } = 0.9;

    /// <summary>Real rows of a step, and as many generated ones. 1 to 65,536 (the last batch of an epoch has the rows that are left); default 64.</summary>
    [Id(9)] public int BatchSize { get; init; } = 64;

    /// <summary>Passes over the rows. 1 to 1,000,000; default 300.</summary>
    [Id(10)] public int Epochs { get; init; } = 300;

    /// <summary>Discriminator updates before each generator update. 1 to 100; default 1.</summary>
    [Id(11)] public int DiscriminatorSteps { get; init; } = 1;

    /// <summary>One-sided label smoothing: the target of real rows is 1 − this (Salimans et al. 2016). 0 to 0.5; default 0. Not for wassersteinGp.</summary>
    [Id(12)] public double LabelSmoothing { get; init; }

    /// <summary>Weight λ of the gradient penalty. 0 to 1,000; default 10. Of wassersteinGp alone.</summary>
    [Id(13)] public double GradientPenalty { get; init; } = 10;

    /// <summary>Share of the discriminator's hidden units dropped in training. 0 to below 1; default 0.</summary>
    [Id(14)] public double Dropout { get; init; }

    /// <summary>How columns are mapped. Default <see cref="TransformKind.Quantile"/>.</summary>
    [Id(15)] public TransformKind Transform { get; init; } = TransformKind.Quantile;

    /// <summary>Decay, per generator update, of the moving average of the generator's weights that is scored and kept. 0 (off) to below 1; default 0.99.</summary>
    [Id(16)] public double EmaDecay { get; init; } = 0.99;

    /// <summary>Epochs between two evaluations; the last epoch is always evaluated. 1 to 1,000,000; default 10.</summary>
    [Id(17)] public int EvaluationInterval { get; init; } = 10;

    /// <summary>Evaluations without a better total after which training stops early. 0 (off) to 1,000,000; default 0.</summary>
    [Id(18)] public int Patience { get; init; }

    /// <summary>Whether synthetic values are clipped to the observed range of their column. Default false.</summary>
    [Id(19)] public bool Clip { get; init; }

    /// <summary>
    /// Share of the epochs, at the end, over which both step sizes fall linearly to 0 (as in Gulrajani et al. 2017; Zhu et al. 2017).
    /// 0 (off) to 1; default 1.
    /// </summary>
    [Id(20)] public double LearningRateDecay { get; init; } = 1;

    /// <summary>
    /// Weight γ of the zero-centred gradient penalty on real rows, γ/2 · E ‖∇D(x)‖² (R1 of Mescheder et al. 2018).
    /// 0 (off) to 1,000; default 0. Not for wassersteinGp, which has a penalty of its own.
    /// </summary>
    [Id(21)] public double R1Penalty { get; init; }

    /// <summary>What computes the steps. Default <see cref="EngineKind.Fused"/>, which covers every configuration.</summary>
    [Id(22)] public EngineKind Engine { get; init; } = EngineKind.Fused;
}
