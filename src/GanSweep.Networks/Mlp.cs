using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanSweep.Networks;

/// <summary>
/// A multilayer perceptron whose weights and biases are views on flat memory. One memory can have several: one that is trained
/// (its gradients are views on a flat gradient, to which a backward pass adds in place) and one that is only looked through, so that
/// no gradient is ever computed that nobody reads.
/// </summary>
public sealed class Mlp : IDisposable
{
    /// <summary>The slope of leakyRelu at 0 and below.</summary>
    public const float LeakySlope = 0.2f;

    private static readonly Scalar LeakyScalar = LeakySlope.ToScalar();

    private readonly Activation _activation;
    private readonly Tensor[] _weights;
    private readonly Tensor[] _biases;

    /// <summary>Lays the views.</summary>
    /// <param name="shape">The layers.</param>
    /// <param name="activation">The non-linearity of the hidden layers.</param>
    /// <param name="parameters">The flat memory, <c>[shape.ParameterCount]</c>.</param>
    /// <param name="gradient">The flat gradient of a network that is trained, <c>[shape.ParameterCount]</c>; null for one that is not.</param>
    public Mlp(MlpShape shape, Activation activation, HostTensor parameters, HostTensor? gradient = null)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(parameters);
        using DisposeScope scope = NewDisposeScope();
        Shape = shape;
        _activation = activation;
        _weights = [.. shape.Layers.Select(layer => parameters.Parameter(layer.Weight, [layer.Outputs, layer.Inputs], gradient))];
        _biases = [.. shape.Layers.Select(layer => parameters.Parameter(layer.Bias, [layer.Outputs], gradient))];
    }

    /// <summary>The layers.</summary>
    public MlpShape Shape { get; }

    /// <summary>The network's output, a tensor of the caller's dispose scope.</summary>
    /// <param name="input"><c>[rows, inputs]</c>.</param>
    /// <param name="dropout">What hidden units are multiplied with, or null.</param>
    /// <returns><c>[rows, outputs]</c>.</returns>
    public Tensor Forward(Tensor input, DropoutMasks? dropout = null)
    {
        Tensor hidden = input;
        for (int layer = 0; layer < _weights.Length - 1; layer++)
        {
            hidden = functional.linear(hidden, _weights[layer], _biases[layer]); // [rows, width]
            hidden = _activation == Activation.Relu ? hidden.relu_() : hidden.leaky_relu_(LeakyScalar);
            hidden = dropout is null ? hidden : hidden.mul(dropout[layer]);
        }

        return functional.linear(hidden, _weights[^1], _biases[^1]);
    }

    /// <summary>The network's output from memory to memory. For a network that is not being trained.</summary>
    /// <param name="inputs"><c>[rows, inputs]</c>.</param>
    /// <param name="outputs"><c>[rows, outputs]</c>.</param>
    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor input = empty([inputs.Length / Shape.Inputs, Shape.Inputs], ScalarType.Float32, CPU);
        inputs.CopyTo(HostTensor.MemoryOf(input));
        HostTensor.MemoryOf(Forward(input)).CopyTo(outputs);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tensor view in _weights.Concat(_biases))
        {
            view.Dispose();
        }
    }
}
