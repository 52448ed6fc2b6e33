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
    /// <param name="others">Numbers that are learnt besides, behind those of the layers; 0 at first.</param>
    public NetworkState(MlpShape shape, long seed, RandomPurpose purpose, double learningRate, double beta1, double beta2, int others = 0)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
        ParameterCount = shape.ParameterCount + others;
        Weights = new HostTensor(ParameterCount);
        Optimizer = new Adam(ParameterCount, learningRate, beta1, beta2);
        InitialWeights.Fill(shape, seed, purpose, Weights.Values);
    }

    /// <summary>The layers.</summary>
    public MlpShape Shape { get; }

    /// <summary>All numbers that are learnt.</summary>
    public int ParameterCount { get; }

    /// <summary>The weights, and what is learnt besides.</summary>
    public HostTensor Weights { get; }

    /// <summary>The optimizer; its updates number the network's noise.</summary>
    public Adam Optimizer { get; }

    /// <summary>The weights as they are now, in a memory of their own: where a moving average begins.</summary>
    public HostTensor CopyOfWeights()
    {
        HostTensor copy = new(ParameterCount);
        Weights.Values.CopyTo(copy.Values);
        return copy;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Weights.Dispose();
    }
}
