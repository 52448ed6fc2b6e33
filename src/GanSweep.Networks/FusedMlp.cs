using GanSweep.Kernels.Products;

namespace GanSweep.Networks;

/// <summary>
/// The passes through a multilayer perceptron, forward and back, on the memory of its TorchSharp parameters: Z = X Wᵀ + b,
/// H = φ(Z) ⊙ mask, layer by layer, the last without φ. Each layer is one matrix product whose output is finished in the registers.
/// </summary>
public sealed unsafe class FusedMlp<TLanes> : IDisposable
    where TLanes : struct, ILanes<TLanes>
{
    /// <summary>Rows of a pass that is not a step: few enough for the activations to stay in the cache.</summary>
    public const int RowsInChunk = 64;

    private readonly float _negativeSlope;
    private readonly HostTensor _transposedMemory;
    private readonly Matrix[] _weights; // [outputs, inputs] each
    private readonly Matrix[] _transposed; // [inputs, outputs] each
    private readonly Matrix[] _biases; // [1, outputs] each
    private readonly Matrix[] _weightGradients;
    private readonly Matrix[] _biasGradients;

    /// <param name="shape">The layers.</param>
    /// <param name="activation">The non-linearity of the hidden layers.</param>
    /// <param name="parameters">The flat memory, <c>[shape.ParameterCount]</c>.</param>
    /// <param name="gradient">The flat gradient, <c>[shape.ParameterCount]</c>; null for a network that is not trained.</param>
    public FusedMlp(MlpShape shape, Activation activation, HostTensor parameters, HostTensor? gradient = null)
    {
        Shape = shape;
        _negativeSlope = activation == Activation.Relu ? 0 : Mlp.LeakySlope;
        _transposedMemory = new HostTensor(shape.ParameterCount);
        _weights = [.. shape.Layers.Select(layer => WeightIn(parameters, layer))];
        _biases = [.. shape.Layers.Select(layer => BiasIn(parameters, layer))];
        _transposed = [.. shape.Layers.Select(layer => new Matrix(_transposedMemory.Data + layer.Offset, layer.Inputs, layer.Outputs))];
        _weightGradients = gradient is null ? [] : [.. shape.Layers.Select(layer => WeightIn(gradient, layer))];
        _biasGradients = gradient is null ? [] : [.. shape.Layers.Select(layer => BiasIn(gradient, layer))];
    }

    /// <summary>The layers.</summary>
    public MlpShape Shape { get; }

    private int Last => _weights.Length - 1;

    /// <summary>Takes the parameters as they are now; to be called once they have changed, before the next pass forward.</summary>
    public void TakeWeights()
    {
        for (int layer = 0; layer <= Last; layer++)
        {
            Transposition.Copy(_weights[layer], _transposed[layer]);
        }
    }

    /// <summary>The pass forward.</summary>
    /// <param name="input"><c>[rows, inputs]</c>; to stay as it is until the passes back are done.</param>
    /// <param name="pass">Receives what the passes back need.</param>
    /// <param name="output"><c>[rows, outputs]</c>.</param>
    /// <param name="dropout">What hidden units are multiplied with, or null; to stay as it is until the passes back are done.</param>
    public void Forward(Matrix input, MlpPass pass, Matrix output, DropoutMasks? dropout = null)
    {
        pass.Input = input;
        pass.Dropout = dropout;
        for (int layer = 0; layer < Last; layer++)
        {
            Matrix hidden = pass.Hidden[layer].Slice(0, input.Rows);
            MatrixProduct.Compute<TLanes, Activated>(input, _transposed[layer], new Activated(hidden, _biases[layer].Data, _negativeSlope, pass.MaskOf(layer)));
            input = hidden;
        }

        MatrixProduct.Compute<TLanes, Affine>(input, _transposed[Last], new Affine(output, _biases[Last].Data));
    }

    /// <summary>The pass forward from memory to memory, in chunks.</summary>
    /// <param name="inputs"><c>[rows, inputs]</c>.</param>
    /// <param name="outputs"><c>[rows, outputs]</c>.</param>
    /// <param name="pass">A pass of <see cref="RowsInChunk"/> rows.</param>
    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs, MlpPass pass)
    {
        int rows = inputs.Length / Shape.Inputs;
        fixed (float* input = inputs, output = outputs)
        {
            Matrix from = new(input, rows, Shape.Inputs);
            Matrix to = new(output, rows, Shape.Outputs);
            for (int start = 0; start < rows; start += RowsInChunk)
            {
                int count = Math.Min(RowsInChunk, rows - start);
                Forward(from.Slice(start, count), pass, to.Slice(start, count));
            }
        }
    }

    /// <summary>The pass back to the weights: writes the gradient.</summary>
    /// <param name="pass">The pass forward.</param>
    /// <param name="outputSlopes">The derivatives by the output, <c>[rows, outputs]</c>.</param>
    public void Backward(MlpPass pass, Matrix outputSlopes)
    {
        Matrix derivatives = outputSlopes;
        for (int layer = Last; layer >= 0; layer--)
        {
            // dW = dZᵀ X, db = the sums of dZ's columns.
            Matrix input = layer == 0 ? pass.Input : pass.Hidden[layer - 1];
            MatrixProduct.Compute<TLanes, Assigned>(derivatives.Transposed, input, new Assigned(_weightGradients[layer]));
            ColumnSums.Compute<TLanes>(derivatives, _biasGradients[layer].Data);
            if (layer > 0)
            {
                derivatives = BackThrough(layer, derivatives, pass);
            }
        }
    }

    /// <summary>The pass back to the input: the weights are taken as given.</summary>
    /// <param name="pass">The pass forward; its derivatives are written.</param>
    /// <param name="outputSlopes">The derivatives by the output, <c>[rows, outputs]</c>.</param>
    /// <param name="inputGradient">The derivatives by the input, <c>[rows, inputs]</c>.</param>
    public void BackwardToInput(MlpPass pass, Matrix outputSlopes, Matrix inputGradient)
    {
        Matrix derivatives = outputSlopes;
        for (int layer = Last; layer > 0; layer--)
        {
            derivatives = BackThrough(layer, derivatives, pass);
        }

        MatrixProduct.Compute<TLanes, Assigned>(derivatives, _weights[0], new Assigned(inputGradient));
    }

    /// <summary>What <see cref="BackwardToInput"/> gives, after <see cref="Backward"/>, which has been through the other layers.</summary>
    /// <inheritdoc cref="BackwardToInput"/>
    public void BackwardFromFirst(MlpPass pass, Matrix outputSlopes, Matrix inputGradient)
    {
        MatrixProduct.Compute<TLanes, Assigned>(Last == 0 ? outputSlopes : pass.Derivatives[0], _weights[0], new Assigned(inputGradient));
    }

    /// <summary>
    /// Adds the gradient of a function P of the input's gradient G, after <see cref="BackwardToInput"/>. G is a chain of products
    /// with the weights, dZ ← (dZ W) ⊙ S, whose slopes S = φ'(Z) ⊙ mask are constant almost everywhere. So V = ∂P/∂G goes forward through the same layers
    /// without their biases, V ← (V Wᵀ) ⊙ S, and each weight's gradient is dZᵀ V. The biases have none. Overwrites the pass.
    /// </summary>
    /// <param name="pass">The pass.</param>
    /// <param name="outputSlopes">What <see cref="BackwardToInput"/> was given, <c>[rows, outputs]</c>.</param>
    /// <param name="inputSlopes">∂P/∂G, <c>[rows, inputs]</c>.</param>
    public void AddGradientOfInputGradient(MlpPass pass, Matrix outputSlopes, Matrix inputSlopes)
    {
        Matrix slopes = inputSlopes;
        for (int layer = 0; layer < Last; layer++)
        {
            MatrixProduct.Compute<TLanes, Added>(pass.Derivatives[layer].Transposed, slopes, new Added(_weightGradients[layer]));

            // H is not needed any more: V takes its place.
            Matrix hidden = pass.Hidden[layer];
            MatrixProduct.Compute<TLanes, Sloped>(slopes, _transposed[layer], new Sloped(hidden, hidden, _negativeSlope, pass.MaskOf(layer)));
            slopes = hidden;
        }

        MatrixProduct.Compute<TLanes, Added>(outputSlopes.Transposed, slopes, new Added(_weightGradients[Last]));
    }

    public void Dispose()
    {
        _transposedMemory.Dispose();
    }

    // From the derivatives by a layer's Z to those by the Z before it: dZ ← (dZ W) ⊙ S.
    private Matrix BackThrough(int layer, Matrix derivatives, MlpPass pass)
    {
        Matrix before = pass.Derivatives[layer - 1];
        MatrixProduct.Compute<TLanes, Sloped>(derivatives, _weights[layer], new Sloped(before, pass.Hidden[layer - 1], _negativeSlope, pass.MaskOf(layer - 1)));
        return before;
    }

    private static Matrix WeightIn(HostTensor flat, LayerShape layer)
    {
        return new Matrix(flat.Data + layer.Weight.Start.Value, layer.Outputs, layer.Inputs);
    }

    private static Matrix BiasIn(HostTensor flat, LayerShape layer)
    {
        return new Matrix(flat.Data + layer.Bias.Start.Value, 1, layer.Outputs);
    }
}
