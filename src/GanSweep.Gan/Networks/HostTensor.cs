using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace GanSweep.Gan.Networks;

/// <summary>
/// A single-precision tensor in main memory that outlives dispose scopes, and that memory. libtorch owns it, at 64 bytes' alignment:
/// matrix products may round differently at another alignment, and a run's bits must not hang on where an array happens to lie.
/// </summary>
public sealed class HostTensor : IDisposable
{
    /// <summary>All zeros.</summary>
    /// <param name="shape">The lengths of its dimensions.</param>
    public HostTensor(params long[] shape)
    {
        Tensor = zeros(shape, ScalarType.Float32, CPU).DetachFromDisposeScope();
    }

    /// <summary>The tensor.</summary>
    public Tensor Tensor { get; }

    /// <summary>Its numbers, row-major; not to be used after disposal. What is written here, autograd does not see.</summary>
    public Span<float> Values => MemoryOf(Tensor);

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
