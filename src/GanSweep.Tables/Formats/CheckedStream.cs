namespace GanSweep.Tables.Formats;

/// <summary>What is read of a stream, as far as it goes: bounded, since what is packed may unpack without end, and looked at on its way.</summary>
/// <param name="inner">Where it comes from; stays open.</param>
/// <param name="mostBytes">The most bytes that are read.</param>
/// <param name="refusal">Says that there are more.</param>
/// <param name="check">Looks at them.</param>
internal sealed class CheckedStream(Stream inner, long mostBytes, Func<Exception> refusal, Utf8Check? check) : ForwardStream
{
    private long _read;

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        _read += read;
        if (_read > mostBytes)
        {
            throw refusal();
        }

        if (read > 0)
        {
            check?.Take(buffer[..read]);
        }
        else if (!buffer.IsEmpty)
        {
            check?.End();
        }

        return read;
    }
}
