using System.Buffers;
using System.Runtime.InteropServices;

namespace GanSweep.Grains.Datasets;

/// <summary>
/// Bytes that are appended to, outside of the collected memory: they grow without a second copy, and are given back the moment they are disposed of. On the heap a
/// large table would stay for seconds after nobody needs its bytes.
/// </summary>
internal sealed unsafe class UploadBuffer : MemoryManager<byte>
{
    private const int LeastCapacity = 1 << 20;

    private byte* _bytes;
    private int _capacity;

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>Appends bytes. What was given out before must not be read any more.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        int length = checked(Length + bytes.Length);
        if (length > _capacity)
        {
            int capacity = (int)Math.Min(Array.MaxLength, Math.Max(Math.Max(length, LeastCapacity), _capacity * 5L / 4));
            _bytes = (byte*)NativeMemory.Realloc(_bytes, (nuint)capacity);
            _capacity = capacity;
        }

        bytes.CopyTo(new Span<byte>(_bytes + Length, bytes.Length));
        Length = length;
    }

    /// <inheritdoc/>
    public override Span<byte> GetSpan()
    {
        return new Span<byte>(_bytes, Length);
    }

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elementIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(elementIndex, Length);
        return new MemoryHandle(_bytes + elementIndex);
    }

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        NativeMemory.Free(_bytes);
        _bytes = null;
        _capacity = Length = 0;
    }
}
