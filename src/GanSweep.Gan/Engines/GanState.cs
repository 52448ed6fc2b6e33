using GanSweep.Gan.Configurations;
using GanSweep.Kernels.Optimizers;
using GanSweep.Networks;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;

namespace GanSweep.Gan.Engines;

/// <summary>Everything that training changes in its networks, each part in one flat memory.</summary>
internal sealed class GanState : IDisposable
{
    private readonly NetworkState _generator;
    private readonly NetworkState _discriminator;

    /// <summary>The state before the first update.</summary>
    /// <param name="configuration">The networks and their optimizers.</param>
    /// <param name="seed">Seed of the initial weights.</param>
    /// <param name="features">What rows are made of.</param>
    public GanState(GanConfiguration configuration, long seed, FeatureLayout features)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(features);
        _generator = new NetworkState(
            configuration.GeneratorShape(features.Count, features.Context), seed, RandomPurpose.GeneratorWeights, configuration.GeneratorLearningRate, configuration.Beta1, configuration.Beta2);
        _discriminator = new NetworkState(
            configuration.DiscriminatorShape(features.Count, features.Context), seed, RandomPurpose.DiscriminatorWeights, configuration.DiscriminatorLearningRate, configuration.Beta1, configuration.Beta2);
        GeneratorAverage = _generator.CopyOfWeights();
        Parts = new NetworkParts(("generator", _generator, GeneratorAverage), ("discriminator", _discriminator, null));
    }

    /// <summary>All of it, as checkpoints have it.</summary>
    public NetworkParts Parts { get; }

    /// <summary>The generator's layers.</summary>
    public MlpShape GeneratorShape => _generator.Shape;

    /// <summary>The discriminator's layers.</summary>
    public MlpShape DiscriminatorShape => _discriminator.Shape;

    /// <summary>The generator's weights.</summary>
    public HostTensor Generator => _generator.Weights;

    /// <summary>The moving average of the generator's weights: what is scored and kept.</summary>
    public HostTensor GeneratorAverage { get; }

    /// <summary>The discriminator's weights.</summary>
    public HostTensor Discriminator => _discriminator.Weights;

    /// <summary>The generator's optimizer; its updates number the generator's noise.</summary>
    public Adam GeneratorOptimizer => _generator.Optimizer;

    /// <summary>The discriminator's optimizer; its updates number the discriminator's noise.</summary>
    public Adam DiscriminatorOptimizer => _discriminator.Optimizer;

    /// <inheritdoc/>
    public void Dispose()
    {
        GeneratorAverage.Dispose();
        _generator.Dispose();
        _discriminator.Dispose();
    }
}
