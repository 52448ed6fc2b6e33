namespace GanSweep.Tables.Formats;

/// <summary>Takes a part out of bytes that come one after the other.</summary>
/// <param name="offset">Where it begins.</param>
/// <param name="length">How many bytes it has at most.</param>
internal sealed class PartOfBytes(long offset, int length)
{
    private readonly byte[] _taken = new byte[length];
    private long _at;
    private int _count;

    /// <summary>Takes what it wants of the next bytes.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        int start = (int)Math.Clamp(offset - _at, 0, bytes.Length);
        int end = (int)Math.Clamp(offset + length - _at, start, bytes.Length);
        bytes[start..end].CopyTo(_taken.AsSpan(_count));
        _count += end - start;
        _at += bytes.Length;
    }

    /// <summary>What it has taken.</summary>
    public byte[] ToArray()
    {
        return _count == _taken.Length ? _taken : _taken[.._count];
    }
}
