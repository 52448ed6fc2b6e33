using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace GanSweep.Networks;

/// <summary>
/// What the hidden units of a pass are multiplied with (Srivastava et al. 2014, inverted): 0 for a dropped unit, 1 / (1 − rate) for a
/// kept one.
/// </summary>
public sealed class DropoutMasks : IDisposable
{
    private readonly HostTensor[] _masks;
    private readonly float _rate;

    /// <summary>Masks for a pass.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="rows">Rows of the pass.</param>
    /// <param name="rate">Share of the units that are dropped, 0 to below 1.</param>
    public DropoutMasks(MlpShape shape, int rows, double rate)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _masks = [.. shape.HiddenWidths.Select(width => new HostTensor(rows, width))];
        _rate = (float)rate;
    }

    /// <summary>The number of masks: one a hidden layer.</summary>
    public int Count => _masks.Length;

    /// <summary>The mask of a hidden layer, <c>[rows, width]</c>.</summary>
    public torch.Tensor this[int layer] => _masks[layer].Tensor;

    /// <summary>The memory of a hidden layer's mask.</summary>
    public Span<float> Values(int layer)
    {
        return _masks[layer].Values;
    }

    /// <summary>Where the mask of a hidden layer begins.</summary>
    public unsafe float* Data(int layer)
    {
        return _masks[layer].Data;
    }

    /// <summary>Turns a layer's uniform numbers, as drawn into <see cref="Values"/>, into its mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FromUniform(int layer)
    {
        // Side by side: no processor foresees which units are dropped.
        float kept = 1 / (1 - _rate);
        Span<float> numbers = Values(layer);
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(numbers);
        foreach (ref Vector<float> vector in vectors)
        {
            vector = Vector.ConditionalSelect(Vector.LessThan(vector, new Vector<float>(_rate)), Vector<float>.Zero, new Vector<float>(kept));
        }

        foreach (ref float number in numbers[(vectors.Length * Vector<float>.Count)..])
        {
            number = number < _rate ? 0 : kept;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (HostTensor mask in _masks)
        {
            mask.Dispose();
        }
    }
}
