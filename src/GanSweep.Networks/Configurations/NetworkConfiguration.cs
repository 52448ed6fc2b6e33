using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GanSweep.Networks.Keys;
using GanSweep.Settings.Models;

namespace GanSweep.Networks.Configurations;

/// <summary>
/// What models that descend one objective by Adam are made of, whichever it is: the values of a <see cref="Configuration"/> that are neither the loop's nor a model's own,
/// typed, with nothing left open. Ranges are enforced where sweep.json is parsed.
/// </summary>
public abstract record NetworkConfiguration
{
    /// <summary>Defaults.</summary>
    protected NetworkConfiguration()
    {
    }

    /// <summary>The values of a configuration.</summary>
    [SetsRequiredMembers]
    protected NetworkConfiguration(Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        Layers = configuration.Get(NetworkKeys.Layers);
        Activation = configuration.Get(NetworkKeys.Activation);
        LearningRate = configuration.Get(NetworkKeys.LearningRate);
        Beta1 = configuration.Get(NetworkKeys.Beta1);
        Beta2 = configuration.Get(NetworkKeys.Beta2);
        Epochs = configuration.Get(LoopKeys.Epochs);
        EmaDecay = configuration.Get(NetworkKeys.EmaDecay);
        LearningRateDecay = configuration.Get(NetworkKeys.LearningRateDecay);
        Engine = configuration.Get(NetworkKeys.Engine);
    }

    /// <inheritdoc cref="NetworkKeys.Layers"/>
    public required ImmutableArray<int> Layers { get; init; }

    /// <inheritdoc cref="NetworkKeys.Activation"/>
    public Activation Activation { get; init; } = NetworkKeys.Activation.Default;

    /// <inheritdoc cref="NetworkKeys.LearningRate"/>
    public double LearningRate { get; init; } = NetworkKeys.LearningRate.Default;

    /// <inheritdoc cref="NetworkKeys.Beta1"/>
    public double Beta1 { get; init; } = NetworkKeys.Beta1.Default;

    /// <inheritdoc cref="NetworkKeys.Beta2"/>
    public double Beta2 { get; init; } = NetworkKeys.Beta2.Default;

    /// <inheritdoc cref="LoopKeys.Epochs"/>
    public required int Epochs { get; init; }

    /// <inheritdoc cref="NetworkKeys.EmaDecay"/>
    public required double EmaDecay { get; init; }

    /// <inheritdoc cref="NetworkKeys.LearningRateDecay"/>
    public double LearningRateDecay { get; init; } = NetworkKeys.LearningRateDecay.Default;

    /// <inheritdoc cref="NetworkKeys.Engine"/>
    public EngineKind Engine { get; init; } = NetworkKeys.Engine.Default;
}
