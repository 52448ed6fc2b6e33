using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace GanSweep.Tables.Formats;

/// <summary>Whether bytes that come in parts are UTF-8, and if not, where the first is that is not.</summary>
internal sealed class Utf8Check
{
    private readonly byte[] _begun = new byte[4];
    private int _begunLength;
    private long _offset;
    private long _line = 1;

    /// <summary>Takes the next part in.</summary>
    /// <exception cref="NotUtf8Exception">It is not UTF-8.</exception>
    public void Take(ReadOnlySpan<byte> part)
    {
        part = part[Complete(part)..];
        if (Utf8.IsValid(part))
        {
            Pass(part);
            return;
        }

        // At the end of a part a character may be cut off: of its at most four bytes, at most three are there.
        int valid = part.Length;
        while (valid > 0 && part.Length - valid < 3 && !Utf8.IsValid(part[..valid]))
        {
            valid--;
        }

        if (!Utf8.IsValid(part[..valid]) || Rune.DecodeFromUtf8(part[valid..], out _, out _) != OperationStatus.NeedMoreData)
        {
            throw Failure(part);
        }

        Pass(part[..valid]);
        _begunLength = part.Length - valid;
        part[valid..].CopyTo(_begun);
    }

    /// <summary>There is no more.</summary>
    /// <exception cref="NotUtf8Exception">A character is cut off.</exception>
    public void End()
    {
        if (_begunLength > 0)
        {
            throw Failure(_begun.AsSpan(0, _begunLength));
        }
    }

    // The bytes that complete the character that an earlier part has begun.
    private int Complete(ReadOnlySpan<byte> part)
    {
        int taken = 0;
        while (_begunLength > 0 && taken < part.Length)
        {
            _begun[_begunLength++] = part[taken++];
            ReadOnlySpan<byte> begun = _begun.AsSpan(0, _begunLength);
            switch (Rune.DecodeFromUtf8(begun, out _, out _))
            {
                case OperationStatus.Done:
                    Pass(begun);
                    _begunLength = 0;
                    break;
                case OperationStatus.InvalidData:
                    throw Failure(begun);
            }
        }

        return taken;
    }

    private void Pass(ReadOnlySpan<byte> valid)
    {
        _offset += valid.Length;
        _line += valid.Count((byte)'\n');
    }

    private NotUtf8Exception Failure(ReadOnlySpan<byte> bytes)
    {
        int valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out _, out int length) == OperationStatus.Done)
        {
            valid += length;
        }

        Pass(bytes[..valid]);
        return new NotUtf8Exception($"byte 0x{bytes[valid]:X2} at offset {_offset}", _line);
    }
}
