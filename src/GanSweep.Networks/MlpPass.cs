using GanSweep.Kernels.Products;

namespace GanSweep.Networks;

/// <summary>What a pass through a network leaves for the passes back, layer by layer; allocated once.</summary>
public sealed class MlpPass : IDisposable
{
    private readonly HostTensor[] _hidden;
    private readonly HostTensor[] _slopes;
    private readonly HostTensor[] _derivatives;

    /// <param name="shape">The network.</param>
    /// <param name="rows">Rows of the pass.</param>
    public MlpPass(MlpShape shape, int rows)
    {
        _hidden = [.. shape.HiddenWidths.Select(width => new HostTensor(rows, width))];
        _slopes = [.. shape.HiddenWidths.Select(width => new HostTensor(rows, width))];
        _derivatives = [.. shape.HiddenWidths.Select(width => new HostTensor(rows, width))];
        Hidden = [.. _hidden.Select(tensor => tensor.Matrix)];
        Slopes = [.. _slopes.Select(tensor => tensor.Matrix)];
        Derivatives = [.. _derivatives.Select(tensor => tensor.Matrix)];
    }

    /// <summary>The input of the last pass forward, <c>[rows, inputs]</c>.</summary>
    public Matrix Input { get; set; }

    /// <summary>The hidden layers' outputs H, each <c>[rows, width]</c>.</summary>
    public Matrix[] Hidden { get; }

    /// <summary>The hidden layers' slopes S = φ'(Z) ⊙ mask, each <c>[rows, width]</c>.</summary>
    public Matrix[] Slopes { get; }

    /// <summary>The derivatives by the hidden layers' Z, after a pass back; each <c>[rows, width]</c>.</summary>
    public Matrix[] Derivatives { get; }

    public void Dispose()
    {
        foreach (HostTensor tensor in _hidden.Concat(_slopes).Concat(_derivatives))
        {
            tensor.Dispose();
        }
    }
}
