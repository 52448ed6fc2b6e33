using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GanSweep.Kernels.Products;
using TorchSharp;
using static TorchSharp.torch;

namespace GanSweep.Networks;

/// <summary>
/// Single-precision numbers in main memory, which are a tensor too for whoever asks: libtorch is loaded with the first that is asked for,
/// since loading it takes longer than many a training. The memory does not move, and begins at 64 bytes' alignment: libtorch's products
/// may round differently at another alignment, and a run's bits must not hang on where an array happens to lie.
/// </summary>
public sealed unsafe class HostTensor : IDisposable
{
    private const int Alignment = 64;
    private const int Margin = Alignment / sizeof(float);

    private readonly float[] _memory;
    private readonly long[] _shape;
    private readonly int _start;
    private readonly int _length;
    private Tensor? _tensor;

    /// <summary>All zeros.</summary>
    /// <param name="shape">The lengths of its dimensions.</param>
    public HostTensor(params long[] shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _shape = shape;
        _length = (int)shape.Aggregate(1L, (product, length) => product * length);
        _memory = GC.AllocateArray<float>(Margin + _length + Matrix.Slack, pinned: true);
        float* memory = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory));
        _start = (int)(((nuint)Alignment - ((nuint)memory % Alignment)) % Alignment / sizeof(float));
        Data = memory + _start;
        Matrix = new Matrix(Data, _length / (int)shape[^1], (int)shape[^1]);
    }

    /// <summary>The tensor, on the same memory.</summary>
    public Tensor Tensor => _tensor ??= View();

    /// <summary>Its numbers, row-major; not to be used after disposal. What is written here, autograd does not see.</summary>
    public Span<float> Values => _memory.AsSpan(_start, _length);

    /// <summary>Where its first number is; not to be used after disposal.</summary>
    public float* Data { get; }

    /// <summary>The tensor as a matrix, a row along its last dimension; not to be used after disposal.</summary>
    public Matrix Matrix { get; }

    /// <summary>The numbers of any contiguous single-precision tensor in main memory; not to be used after its disposal.</summary>
    public static Span<float> MemoryOf(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return MemoryMarshal.Cast<byte, float>(tensor.bytes);
    }

    /// <summary>Takes rows of a table, one after the other from the first row on.</summary>
    /// <param name="table"><c>[rows, columns]</c>, of as many columns as the last dimension is long.</param>
    /// <param name="rows">Their numbers.</param>
    public void TakeRows(ReadOnlySpan<float> table, ReadOnlySpan<int> rows)
    {
        TakeRows(table, rows, Matrix.Columns);
    }

    /// <summary>Takes a part of each of some rows of a table, one after the other from the first row on: as many numbers as the last dimension is long.</summary>
    /// <param name="table"><c>[rows, width]</c>.</param>
    /// <param name="rows">Their numbers.</param>
    /// <param name="width">Numbers of a row of the table.</param>
    /// <param name="start">Where the part begins in a row.</param>
    public void TakeRows(ReadOnlySpan<float> table, ReadOnlySpan<int> rows, int width, int start = 0)
    {
        int columns = Matrix.Columns;
        Span<float> values = Values;
        for (int i = 0; i < rows.Length; i++)
        {
            table.Slice((rows[i] * width) + start, columns).CopyTo(values[(i * columns)..]);
        }
    }

    /// <summary>A look at some of its numbers that outlives the dispose scope; autograd knows nothing of the rest.</summary>
    /// <param name="range">Which numbers.</param>
    /// <param name="shape">The lengths of its dimensions.</param>
    /// <param name="gradient">A memory as long, to which a backward pass adds in place, for numbers that are learnt; null for others.</param>
    public Tensor Parameter(Range range, long[] shape, HostTensor? gradient)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor view = Slice(range, shape).detach();
        if (gradient is not null)
        {
            view.requires_grad = true;
            view.grad = gradient.Slice(range, shape);
        }

        return view.DetachFromDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _tensor?.Dispose();
    }

    private Tensor Slice(Range range, long[] shape)
    {
        (int offset, int length) = range.GetOffsetAndLength(_length);
        return Tensor.narrow(0, offset, length).view(shape);
    }

    private Tensor View()
    {
        using DisposeScope scope = NewDisposeScope();
        return frombuffer(_memory, ScalarType.Float32, _length, _start).view(_shape).DetachFromDisposeScope();
    }
}
