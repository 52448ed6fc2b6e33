using System.Buffers.Binary;

namespace GanSweep.Storage.LiteDb.Files;

/// <summary>
/// The database's data file as LiteDB sees it: whole pages, each checked as it is read. The first page of a checkpoint seals the log, so
/// that a checkpoint that is cut short can be repeated from it.
/// </summary>
/// <param name="file">The file, unbuffered.</param>
/// <param name="log">The log that is checkpointed into it; a file that is only read may have none.</param>
internal sealed class DataFile(FileStream file, WriteAheadLog? log) : WholeStream
{
    /// <summary>The length. A checkpoint that was cut short within its last page will be repeated, and write that page anew.</summary>
    public override long Length => log is { IsSealed: true } ? file.Length - (file.Length % PageChecksum.PageSize) : file.Length;

    /// <summary>Demands that no page is missing at the end: LiteDB would find out when it needs one of them.</summary>
    /// <exception cref="PageDamagedException">The file is shorter than its first page says.</exception>
    public void DemandLength()
    {
        byte[] header = new byte[PageChecksum.PageSize];
        Position = 0;
        ReadExactly(header);
        long length = (BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(PageChecksum.LastPageOffset)) + 1L) * PageChecksum.PageSize;
        if (file.Length < length)
        {
            throw new PageDamagedException($"it has {file.Length:N0} bytes, and {length:N0} were written.");
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        Span<byte> page = buffer.AsSpan(offset, count);
        if (DiskRead.At(file.SafeFileHandle, page, Position) < PageChecksum.PageSize || !PageChecksum.TryTake(page, Position))
        {
            throw new PageDamagedException(Position);
        }

        Position += count;
        return count;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        log?.Seal();
        Span<byte> page = stackalloc byte[PageChecksum.PageSize];
        buffer.AsSpan(offset, count).CopyTo(page);
        PageChecksum.Put(page, Position);
        file.Position = Position;
        file.Write(page);
        Position += count;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        file.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public override void SetLength(long value)
    {
        // LiteDB would cut off a page that is not whole.
        throw new PageDamagedException(value);
    }
}
