using GanSweep.Kernels.Products;

namespace GanSweep.Networks;

/// <summary>What a pass through a network leaves for the passes back, layer by layer; allocated once.</summary>
public sealed class MlpPass : IDisposable
{
    private readonly HostTensor[] _hidden;
    private readonly HostTensor[] _derivatives;

    /// <param name="shape">The network.</param>
    /// <param name="rows">Rows of the pass.</param>
    public MlpPass(MlpShape shape, int rows)
    {
        _hidden = [.. shape.HiddenWidths.Select(width => new HostTensor(rows, width))];
        _derivatives = [.. shape.HiddenWidths.Select(width => new HostTensor(rows, width))];
        Hidden = [.. _hidden.Select(tensor => tensor.Matrix)];
        Derivatives = [.. _derivatives.Select(tensor => tensor.Matrix)];
    }

    /// <summary>The input of the last pass forward, <c>[rows, inputs]</c>.</summary>
    public Matrix Input { get; set; }

    /// <summary>What the hidden units of the last pass forward were multiplied with, or null.</summary>
    public DropoutMasks? Dropout { get; set; }

    /// <summary>The hidden layers' outputs H, each <c>[rows, width]</c>.</summary>
    public Matrix[] Hidden { get; }

    /// <summary>The derivatives by the hidden layers' Z, after a pass back; each <c>[rows, width]</c>.</summary>
    public Matrix[] Derivatives { get; }

    /// <summary>Where the mask of a hidden layer begins, or null.</summary>
    internal unsafe float* MaskOf(int layer)
    {
        return Dropout is null ? null : Dropout.Data(layer);
    }

    public void Dispose()
    {
        foreach (HostTensor tensor in _hidden.Concat(_derivatives))
        {
            tensor.Dispose();
        }
    }
}
