using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace GanSweep.Tables;

/// <summary>
/// Reads a table from CSV (RFC 4180): commas between cells, a header with the columns' names, then at least two rows of finite numbers with
/// decimal points. UTF-8, with or without a byte order mark; lines end with LF or CR LF. Empty lines at the end are passed over, and the
/// negative zero is read as zero.
/// </summary>
public static class TableReader
{
    /// <summary>The most bytes that are read.</summary>
    public const int MaximumLength = 256 << 20;

    /// <summary>Reads a file's content.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="source">What the messages call it: its path or name.</param>
    /// <exception cref="TableException">The content is not a table.</exception>
    public static Table Parse(ReadOnlyMemory<byte> content, string source)
    {
        return Read(content, source, quotesCells: true).Table;
    }

    /// <summary>Reads a file's content, and says what became of it that was not written so.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="source">What the messages call it: its path or name.</param>
    /// <param name="quotesCells">Whether messages may show what stands in the file.</param>
    /// <exception cref="TableException">The content is not a table.</exception>
    public static ReadTable Read(ReadOnlyMemory<byte> content, string source, bool quotesCells)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        if (content.Length > MaximumLength)
        {
            throw new TableException(
                $"{source} has {content.Length:N0} bytes; a table may have {MaximumLength:N0}. Take a sample of its rows.", source);
        }

        if (!Utf8.IsValid(content.Span))
        {
            throw NotUtf8(content.Span, source);
        }

        // A view of the caller's bytes where they are an array, as they always are here.
        ArraySegment<byte> bytes = MemoryMarshal.TryGetArray(content, out ArraySegment<byte> array) ? array : content.ToArray();
        using MemoryStream stream = new(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        return new TableParser(stream, source, quotesCells).Parse();
    }

    private static TableException NotUtf8(ReadOnlySpan<byte> content, string source)
    {
        int offset = 0;
        while (Rune.DecodeFromUtf8(content[offset..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        int line = content[..offset].Count((byte)'\n') + 1;
        string guess = content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? " (it looks like UTF-16)" : string.Empty;
        return new TableException(
            $"{source}, line {line}: byte 0x{content[offset]:X2} at offset {offset} is not UTF-8{guess}. Save the file as UTF-8.", source, line);
    }
}
