using GanSweep.Kernels.Optimizers;
using GanSweep.Numerics.Randomness;

namespace GanSweep.Networks;

/// <summary>Everything that training changes in a network, each part in one flat memory.</summary>
public sealed class NetworkState : IDisposable
{
    /// <summary>The state before the first update.</summary>
    /// <param name="shape">The layers.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="purpose">Which network's weights: no two networks of a run share it.</param>
    /// <param name="learningRate">Adam's step size.</param>
    /// <param name="beta1">Adam's decay of the first moment.</param>
    /// <param name="beta2">Adam's decay of the second moment.</param>
    public NetworkState(MlpShape shape, long seed, RandomPurpose purpose, double learningRate, double beta1, double beta2)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
        Weights = new HostTensor(shape.ParameterCount);
        Optimizer = new Adam(shape.ParameterCount, learningRate, beta1, beta2);
        InitialWeights.Fill(shape, seed, purpose, Weights.Values);
    }

    /// <summary>The layers.</summary>
    public MlpShape Shape { get; }

    /// <summary>The weights.</summary>
    public HostTensor Weights { get; }

    /// <summary>The optimizer; its updates number the network's noise.</summary>
    public Adam Optimizer { get; }

    /// <summary>The weights as they are now, in a memory of their own: where a moving average begins.</summary>
    public HostTensor CopyOfWeights()
    {
        HostTensor copy = new(Shape.ParameterCount);
        Weights.Values.CopyTo(copy.Values);
        return copy;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Weights.Dispose();
    }
}
