using System.Collections.Immutable;
using GanSweep.Flow.Paths;
using GanSweep.Networks;
using GanSweep.Networks.Keys;
using GanSweep.Settings.Models;

namespace GanSweep.Flow.Configurations;

/// <summary>
/// What a flow's network and its steps are made of: the values of a <see cref="Configuration"/> of <see cref="FlowKeys.Model"/> that are not the loop's, typed,
/// with nothing left open. Ranges are enforced where sweep.json is parsed.
/// </summary>
internal sealed record FlowConfiguration
{
    /// <summary>Widths of the hidden layers. 1 to 8 layers of 1 to 4,096.</summary>
    public required ImmutableArray<int> Layers { get; init; }

    /// <summary>The non-linearity of the hidden layers. Default <see cref="Networks.Activation.LeakyRelu"/>.</summary>
    public Activation Activation { get; init; } = NetworkKeys.Activation.Default;

    /// <summary>Adam's step size. Above 0, at most 1; default 0.001.</summary>
    public double LearningRate { get; init; } = FlowKeys.LearningRate.Default;

    /// <summary>Adam's decay of the first moment (Kingma and Ba 2015). 0 to below 1; default 0.9.</summary>
    public double Beta1 { get; init; } = FlowKeys.Beta1.Default;

    /// <summary>Adam's decay of the second moment (Kingma and Ba 2015). 0 to below 1; default 0.999.</summary>
    public double Beta2 { get; init; } = FlowKeys.Beta2.Default;

    /// <inheritdoc cref="LoopKeys.Epochs"/>
    public required int Epochs { get; init; }

    /// <inheritdoc cref="NetworkKeys.EmaDecay"/>
    public required double EmaDecay { get; init; }

    /// <inheritdoc cref="NetworkKeys.LearningRateDecay"/>
    public double LearningRateDecay { get; init; } = NetworkKeys.LearningRateDecay.Default;

    /// <summary>Steps of the solver from noise to a row. 10 to 1,000; default 10, of which more are no better (docs/reference.md).</summary>
    public int SolverSteps { get; init; } = FlowKeys.SolverSteps.Default;

    /// <inheritdoc cref="NetworkKeys.Engine"/>
    public EngineKind Engine { get; init; } = NetworkKeys.Engine.Default;

    /// <summary>The values of a configuration of <see cref="FlowKeys.Model"/>.</summary>
    public static FlowConfiguration Of(Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new FlowConfiguration
        {
            Layers = configuration.Get(FlowKeys.Layers),
            Activation = configuration.Get(NetworkKeys.Activation),
            LearningRate = configuration.Get(FlowKeys.LearningRate),
            Beta1 = configuration.Get(FlowKeys.Beta1),
            Beta2 = configuration.Get(FlowKeys.Beta2),
            Epochs = configuration.Get(LoopKeys.Epochs),
            EmaDecay = configuration.Get(NetworkKeys.EmaDecay),
            LearningRateDecay = configuration.Get(NetworkKeys.LearningRateDecay),
            SolverSteps = configuration.Get(FlowKeys.SolverSteps),
            Engine = configuration.Get(NetworkKeys.Engine),
        };
    }

    /// <summary>The network's layers: a point of a path and what is said of its time → hidden layers → one number a feature.</summary>
    /// <param name="features">Numbers of a row.</param>
    public MlpShape Shape(int features)
    {
        return new MlpShape([features + TimeFeatures.Count, .. Layers, features]);
    }
}
