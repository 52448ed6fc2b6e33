using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Orleans.Runtime;

namespace GanSweep.Silo.Connections.Frames;

/// <summary>
/// What a client sends, of which Orleans sees no byte before it was looked at: first the preamble, then message after message, of each the
/// header. Bodies pass.
/// </summary>
/// <param name="inner">What comes in.</param>
/// <param name="begin">Takes the preamble, and says what the client's id is, or throws.</param>
/// <param name="refusal">What is wrong with a header of the client, or null.</param>
/// <param name="longestHeader">The longest header that is taken, in bytes.</param>
internal sealed class CheckedReader(
    PipeReader inner, Func<ReadOnlySequence<byte>, GrainId> begin, Func<ReadOnlySequence<byte>, GrainId, string?> refusal, int longestHeader) : PipeReader
{
    private const int PreamblePrefix = sizeof(int);
    private const int FramePrefix = 2 * sizeof(int);

    private ReadOnlySequence<byte> _buffer;
    private ReadOnlySequence<byte> _visible;
    private GrainId? _client;

    // Where in the buffer what has not been looked at begins; beyond its end while a body is on its way.
    private long _next;

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            ReadResult result = await inner.ReadAsync(cancellationToken);
            if (Show(result) is { } shown)
            {
                return shown;
            }

            inner.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    public override bool TryRead(out ReadResult result)
    {
        if (inner.TryRead(out ReadResult read))
        {
            if (Show(read) is { } shown)
            {
                result = shown;
                return true;
            }

            inner.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        result = default;
        return false;
    }

    public override void AdvanceTo(SequencePosition consumed)
    {
        AdvanceTo(consumed, consumed);
    }

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        _next -= _buffer.Slice(_buffer.Start, consumed).Length;

        // Who has seen all that is shown waits for more, and what is not shown is no more yet.
        inner.AdvanceTo(consumed, _visible.Slice(examined).IsEmpty ? _buffer.End : examined);
    }

    public override void CancelPendingRead()
    {
        inner.CancelPendingRead();
    }

    public override void Complete(Exception? exception = null)
    {
        inner.Complete(exception);
    }

    private ReadResult? Show(ReadResult result)
    {
        _buffer = result.Buffer;
        while (TryCheckNext())
        {
        }

        _visible = _buffer.Slice(0, Math.Min(_next, _buffer.Length));
        return !_visible.IsEmpty || result.IsCompleted || result.IsCanceled ? new ReadResult(_visible, result.IsCanceled, result.IsCompleted) : null;
    }

    private bool TryCheckNext()
    {
        long there = _buffer.Length - _next;
        if (_client is not { } client)
        {
            if (there < PreamblePrefix || there < PreamblePrefix + Length(_next, PreambleReader.MaxLength, "preamble"))
            {
                return false;
            }

            int length = Length(_next, PreambleReader.MaxLength, "preamble");
            _client = begin(_buffer.Slice(_next + PreamblePrefix, length));
            _next += PreamblePrefix + length;
            return true;
        }

        if (there < FramePrefix)
        {
            return false;
        }

        int headerLength = Length(_next, longestHeader, "header");
        if (there < FramePrefix + headerLength)
        {
            return false;
        }

        int bodyLength = Length(_next + sizeof(int), int.MaxValue, "body");
        if (refusal(_buffer.Slice(_next + FramePrefix, headerLength), client) is { } reason)
        {
            throw new ForgedMessageException(reason);
        }

        _next += FramePrefix + headerLength + (long)bodyLength;
        return true;
    }

    private int Length(long at, int most, string what)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        _buffer.Slice(at, sizeof(int)).CopyTo(bytes);
        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return length >= 0 && length <= most ? length : throw new ForgedMessageException($"the length of a {what} is {length}");
    }
}
