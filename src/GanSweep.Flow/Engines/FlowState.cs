using GanSweep.Flow.Configurations;
using GanSweep.Kernels.Optimizers;
using GanSweep.Networks;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;

namespace GanSweep.Flow.Engines;

/// <summary>Everything that training changes, each part in one flat memory.</summary>
internal sealed class FlowState : IDisposable
{
    private readonly NetworkState _network;

    /// <summary>The state before the first update.</summary>
    /// <param name="configuration">The network and its optimizer.</param>
    /// <param name="seed">Seed of the initial weights.</param>
    /// <param name="features">What rows are made of.</param>
    public FlowState(FlowConfiguration configuration, long seed, FeatureLayout features)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(features);
        _network = new NetworkState(configuration.Shape(features.Count, features.Context), seed, RandomPurpose.FlowWeights, configuration.LearningRate, configuration.Beta1, configuration.Beta2);
        Average = _network.CopyOfWeights();
        Parts = new NetworkParts(("network", _network, Average));
    }

    /// <summary>All of it, as checkpoints have it.</summary>
    public NetworkParts Parts { get; }

    /// <summary>The network's layers.</summary>
    public MlpShape Shape => _network.Shape;

    /// <summary>The network's weights.</summary>
    public HostTensor Weights => _network.Weights;

    /// <summary>The moving average of the weights: what is scored and kept.</summary>
    public HostTensor Average { get; }

    /// <summary>The optimizer; its updates number the noise.</summary>
    public Adam Optimizer => _network.Optimizer;

    /// <inheritdoc/>
    public void Dispose()
    {
        Average.Dispose();
        _network.Dispose();
    }
}
