using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace GanSweep.Tables;

/// <summary>
/// Reads a table from a CSV file (RFC 4180): commas between cells, a header with the columns' names, then at least two rows of finite
/// numbers with decimal points. UTF-8, with or without a byte order mark; lines end with LF or CR LF. Empty lines at the end are passed over.
/// </summary>
public static class TableReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaximumLength = 256 << 20;

    // Still in the processor's cache when it is hashed.
    private const int PartLength = 256 << 10;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="TableException">There is no such file, it cannot be opened, or it is not a table.</exception>
    public static Table Read(string path)
    {
        return Parse(ReadBytes(path, _ => { }), path);
    }

    /// <summary>Reads a file with its bytes, which are hashed on the way.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">What the messages about its content call it.</param>
    /// <exception cref="TableException">There is no such file, it cannot be opened, or it is not a table.</exception>
    public static TableFile ReadFile(string path, string source)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] content = ReadBytes(path, part => hash.AppendData(part));
        return new TableFile(content, Convert.ToHexStringLower(hash.GetHashAndReset()), Parse(content, source));
    }

    /// <summary>Reads a file's content.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="source">What the messages call it: its path or name.</param>
    /// <exception cref="TableException">The content is not a table.</exception>
    public static Table Parse(ReadOnlyMemory<byte> content, string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        if (content.Length > MaximumLength)
        {
            throw TooLong(source, content.Length);
        }

        if (!Utf8.IsValid(content.Span))
        {
            throw NotUtf8(content.Span, source);
        }

        // A view of the caller's bytes where they are an array, as they always are here.
        ArraySegment<byte> bytes = MemoryMarshal.TryGetArray(content, out ArraySegment<byte> array) ? array : content.ToArray();
        using MemoryStream stream = new(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        return new TableParser(stream, source).Parse();
    }

    private static byte[] ReadBytes(string path, Action<ReadOnlySpan<byte>> take)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using FileStream file = File.OpenRead(path);
            if (file.Length > MaximumLength)
            {
                throw TooLong(path, file.Length);
            }

            byte[] content = new byte[file.Length];
            for (int start = 0; start < content.Length; start += PartLength)
            {
                Span<byte> part = content.AsSpan(start, Math.Min(PartLength, content.Length - start));
                file.ReadExactly(part);
                take(part);
            }

            return content;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TableException(
                $"There is no file {path} (looked for {Path.GetFullPath(path)}). Give the path of a CSV file.", path, innerException: exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string what = Directory.Exists(path) ? "it is a folder" : exception.Message;
            throw new TableException(
                $"{path} cannot be read: {what}. Give the path of a CSV file that may be read.", path, innerException: exception);
        }
    }

    private static TableException TooLong(string source, long length)
    {
        return new TableException(
            $"{source} has {length:N0} bytes; a table may have {MaximumLength:N0}. Take a sample of its rows.", source);
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
