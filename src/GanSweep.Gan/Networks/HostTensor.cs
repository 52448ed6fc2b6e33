using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GanSweep.Kernels.Products;
using TorchSharp;
using static TorchSharp.torch;

namespace GanSweep.Gan.Networks;

/// <summary>
/// A single-precision tensor in main memory that outlives dispose scopes, and that memory. libtorch owns it, at 64 bytes' alignment:
/// matrix products may round differently at another alignment, and a run's bits must not hang on where an array happens to lie.
/// </summary>
public sealed unsafe class HostTensor : IDisposable
{
    private readonly float* _data;
    private readonly int _length;

    /// <summary>All zeros.</summary>
    /// <param name="shape">The lengths of its dimensions.</param>
    public HostTensor(params long[] shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        using DisposeScope scope = NewDisposeScope();
        _length = (int)shape.Aggregate(1L, (product, length) => product * length);
        Tensor = zeros([_length + Matrix.Slack], ScalarType.Float32, CPU).narrow(0, 0, _length).view(shape).DetachFromDisposeScope();
        _data = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(MemoryOf(Tensor)));
        Matrix = new Matrix(_data, _length / (int)shape[^1], (int)shape[^1]);
    }

    /// <summary>The tensor.</summary>
    public Tensor Tensor { get; }

    /// <summary>Its numbers, row-major; not to be used after disposal. What is written here, autograd does not see.</summary>
    public Span<float> Values => new(_data, _length);

    /// <summary>Where its first number is; not to be used after disposal.</summary>
    internal float* Data => _data;

    /// <summary>The tensor as a matrix, a row along its last dimension; not to be used after disposal.</summary>
    internal Matrix Matrix { get; }

    /// <summary>The numbers of any contiguous single-precision tensor in main memory; not to be used after its disposal.</summary>
    public static Span<float> MemoryOf(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return MemoryMarshal.Cast<byte, float>(tensor.bytes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Tensor.Dispose();
    }
}
