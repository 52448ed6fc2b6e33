using System.Buffers.Binary;
using System.Security.Cryptography;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Files;

/// <summary>
/// The database's log as LiteDB sees it. What LiteDB leaves to chance is decided here: a log counts only once it is sealed, which is when
/// all of it and then the seal behind it are on disk, before the first of its pages goes to the data file. An unsealed log that a crash
/// left behind holds nothing that was acknowledged, and nothing of it is in the data file, so it is dropped; a sealed one is checkpointed
/// again.
/// </summary>
/// <remarks>
/// LiteDB writes its log on a thread of its own, and hangs for good when a write there throws. So a failed write is kept, and thrown where
/// the log is next read or sealed, which is on the owner's thread, within the checkpoint that would have made it durable.
/// </remarks>
internal sealed class WriteAheadLog : WholeStream
{
    private static readonly byte[] Magic = "GanSweep sealed "u8.ToArray();
    private static readonly int SealLength = Magic.Length + sizeof(long) + SHA256.HashSizeInBytes;

    private readonly FileStream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _length;
    private Exception? _failure;

    /// <summary>Opens a log as a crash may have left it.</summary>
    /// <param name="file">The file, unbuffered.</param>
    /// <exception cref="StoreDamagedException">It was sealed and has changed since.</exception>
    public WriteAheadLog(FileStream file)
    {
        _file = file;
        IsSealed = TryReadSeal(file, out _length);
    }

    /// <summary>Whether the log must be checkpointed before anything is written to it.</summary>
    public bool IsSealed { get; private set; }

    /// <inheritdoc/>
    public override long Length => _length;

    /// <summary>Makes the log count, unless it is empty or does so already.</summary>
    public void Seal()
    {
        ThrowIfFailed();
        if (IsSealed || _length == 0)
        {
            return;
        }

        byte[] seal = SealOf(_length, _hash.GetHashAndReset());

        // What an earlier crash left beyond the end must not follow the seal, and the seal may reach the disk only after all it stands for.
        _file.SetLength(_length);
        _file.Flush(flushToDisk: true);
        _file.Position = _length;
        _file.Write(seal);
        _file.Flush(flushToDisk: true);
        IsSealed = true;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ThrowIfFailed();
        int wanted = (int)Math.Clamp(_length - Position, 0, count);
        int read = DiskRead.At(_file.SafeFileHandle, buffer.AsSpan(offset, wanted), Position);
        Position += read;
        return read;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        long position = Position;
        Position += count;
        if (_failure is not null)
        {
            return;
        }

        try
        {
            if (IsSealed || position != _length)
            {
                throw new InvalidOperationException($"A page was written at byte {position} of a log that {(IsSealed ? "is sealed" : $"ends at {_length}")}.");
            }

            _file.Position = position;
            _file.Write(buffer, offset, count);
            _hash.AppendData(buffer, offset, count);
            _length += count;
        }
#pragma warning disable CA1031 // Whatever it is must not reach LiteDB's writer thread; see the remarks above.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _failure = exception;
        }
    }

    /// <summary>Nothing: the log goes to disk when it is sealed.</summary>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value)
    {
        if (value != 0)
        {
            throw new NotSupportedException("A log is emptied or left as it is.");
        }

        _file.SetLength(0);
        _ = _hash.GetHashAndReset();
        _length = 0;
        IsSealed = false;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] SealOf(long length, byte[] hash)
    {
        byte[] seal = new byte[SealLength];
        Magic.CopyTo(seal, 0);
        BinaryPrimitives.WriteInt64LittleEndian(seal.AsSpan(Magic.Length), length);
        hash.CopyTo(seal, Magic.Length + sizeof(long));
        return seal;
    }

    private static bool TryReadSeal(FileStream file, out long length)
    {
        length = file.Length - SealLength;
        byte[] seal = new byte[SealLength];
        if (length <= 0 || DiskRead.At(file.SafeFileHandle, seal, length) < SealLength || !seal.AsSpan().StartsWith(Magic))
        {
            length = 0;
            return false;
        }

        file.Position = 0;
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] page = new byte[PageChecksum.PageSize];
        for (long position = 0; position < length; position += page.Length)
        {
            hash.AppendData(page, 0, DiskRead.At(file.SafeFileHandle, page.AsSpan(0, (int)Math.Min(page.Length, length - position)), position));
        }

        return seal.AsSpan().SequenceEqual(SealOf(length, hash.GetHashAndReset()))
            ? true
            : throw new StoreDamagedException(file.Name, "it was sealed and has changed since.");
    }

    private void ThrowIfFailed()
    {
        if (_failure is not null)
        {
            throw new IOException(_failure.Message, _failure);
        }
    }
}
