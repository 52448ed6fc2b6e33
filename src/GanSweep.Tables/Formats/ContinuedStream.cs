namespace GanSweep.Tables.Formats;

/// <summary>Bytes that were read of a stream, and the rest of it.</summary>
/// <param name="head">The bytes.</param>
/// <param name="rest">The stream; stays open.</param>
/// <param name="told">Is told of all bytes that have been read.</param>
internal sealed class ContinuedStream(ReadOnlyMemory<byte> head, Stream rest, Action<long>? told) : ForwardStream
{
    private ReadOnlyMemory<byte> _head = head;
    private long _read = head.Length;

    public override int Read(Span<byte> buffer)
    {
        if (_head.IsEmpty)
        {
            int more = rest.Read(buffer);
            _read += more;
            told?.Invoke(_read);
            return more;
        }

        int read = Math.Min(buffer.Length, _head.Length);
        _head.Span[..read].CopyTo(buffer);
        _head = _head[read..];
        return read;
    }
}
