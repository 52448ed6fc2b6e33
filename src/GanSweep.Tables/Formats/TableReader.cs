using System.Runtime.InteropServices;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Formats;

/// <summary>
/// Reads a table as it lies on its user's disk, whatever its file is: CSV, a gzip or a zip with one CSV in it, Parquet, or its canonical bytes. What it is,
/// its first bytes say. Of CSV is found out how it is spelled and what its columns are (docs/reading.md); its user can say it instead. Rows without any value
/// are left out, and the negative zero is read as zero.
/// </summary>
public static class TableReader
{
    /// <summary>The most bytes that are read, unpacked: 1 GiB.</summary>
    public const int MaximumLength = 1 << 30;

    /// <summary>The most columns of a table.</summary>
    public const int MaximumColumns = TableForm.MostColumns;

    // As bytes of CSV, a table takes more than in memory; there it is copied, split, sorted and transformed.
    private const int MemoryForEachByte = 4;

    /// <summary>Reads a file's content that is in memory.</summary>
    /// <param name="content">The bytes of the file: CSV or canonical ones.</param>
    /// <param name="source">What the messages call it: its path or name.</param>
    /// <param name="options">What its user says of the file; null: nothing.</param>
    /// <exception cref="TableException">The content is not a table.</exception>
    public static Table Parse(ReadOnlyMemory<byte> content, string source, ReadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        if (CanonicalTable.Begins(content.Span))
        {
            return CanonicalTable.Read(content.Span, source);
        }

        using Stream stream = StreamOf(content);
        return ReadCsv(Again(stream, told: null, CancellationToken.None), source, quotesCells: true, options).Table;
    }

    /// <summary>Reads a file, and says what became of it that was not written so.</summary>
    /// <param name="stream">The file. One that cannot be sought in is held in memory while it is read, since that takes more than one pass.</param>
    /// <param name="source">What the messages call it: its path or name.</param>
    /// <param name="quotesCells">Whether messages may show what stands in the file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="told">Is told of the file's bytes that have been read; they are not counted twice.</param>
    /// <param name="options">What its user says of the file; null: nothing.</param>
    /// <exception cref="TableException">The content is not a table.</exception>
    public static async Task<ReadTable> ReadAsync(
        Stream stream, string source, bool quotesCells, CancellationToken cancellationToken, Action<long>? told = null, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(source);
        DemandRoom(stream, source);
        if (!stream.CanSeek)
        {
            using MemoryStream held = await InMemoryAsync(new ContinuedStream(default, stream, told), source, cancellationToken);
            return await ReadAsync(held, source, quotesCells, cancellationToken, told: null, options);
        }

        long start = stream.Position;
        byte[] head = new byte[32];
        _ = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        stream.Position = start;
        if (CanonicalTable.Begins(head))
        {
            using MemoryStream content = await InMemoryAsync(new ContinuedStream(default, stream, told), source, cancellationToken);
            return new ReadTable(CanonicalTable.Read(content.GetBuffer().AsSpan(0, (int)content.Length), source), []);
        }

        if (head.AsSpan().StartsWith(ParquetFormat.Magic))
        {
            // Its directory stands at the end.
            using MemoryStream content = await InMemoryAsync(new ContinuedStream(default, stream, told), source, cancellationToken);
            return await ParquetFormat.ReadAsync(content, source, new Shown(quotesCells), options ?? ReadOptions.None, MostBytes() / sizeof(double), cancellationToken);
        }

        if (head is [0x1F, 0x8B, ..])
        {
            Action<Action<Stream>> packed = Again(stream, told, cancellationToken);
            return ReadCsv(read => packed(bytes => PackedFormat.ReadGzip(bytes, source, read)), source, quotesCells, options);
        }

        if (head is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..])
        {
            using MemoryStream content = await InMemoryAsync(new ContinuedStream(default, stream, told), source, cancellationToken);
            return ReadCsv(read => PackedFormat.ReadZip(content, source, read), source, quotesCells, options);
        }

        return ReadCsv(Again(stream, told, cancellationToken), source, quotesCells, options);
    }

    /// <summary>Says that a table has too many columns.</summary>
    internal static TableException TooWide(string source, long? line, int columns)
    {
        return new TableException(
            $"{source}{(line is null ? string.Empty : $", line {line}")} has {Amount.Of(columns, "column")}; a table may have {MaximumColumns:N0}. Leave out those that are not to be learnt.", source, line);
    }

    private static ReadTable ReadCsv(Action<Action<Stream>> visit, string source, bool quotesCells, ReadOptions? options)
    {
        CsvContent content = new(visit, MostBytes(), () => TooLong(source, null), source);
        return new CsvParser(content, source, new Shown(quotesCells), options ?? ReadOptions.None).Parse();
    }

    // Reads a stream from where it stands now, however often.
    private static Action<Action<Stream>> Again(Stream stream, Action<long>? told, CancellationToken cancellationToken)
    {
        long start = stream.Position;
        long most = 0;
        return read =>
        {
            stream.Position = start;
            using ContinuedStream bytes = new(default, stream, Tell);
            read(bytes);
        };

        void Tell(long count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (count > most)
            {
                most = count;
                told?.Invoke(count);
            }
        }
    }

    private static async Task<MemoryStream> InMemoryAsync(Stream stream, string source, CancellationToken cancellationToken)
    {
        await using CheckedStream bytes = new(stream, MostBytes(), () => TooLong(source, null), check: null);
        MemoryStream content = new();
        await bytes.CopyToAsync(content, cancellationToken);
        content.Position = 0;
        return content;
    }

    private static void DemandRoom(Stream stream, string source)
    {
        if (stream.CanSeek && stream.Length > MostBytes())
        {
            throw TooLong(source, stream.Length);
        }
    }

    private static long MostBytes()
    {
        return Math.Min(MaximumLength, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / MemoryForEachByte);
    }

    private static TableException TooLong(string source, long? length)
    {
        long most = MostBytes();
        string why = most < MaximumLength
            ? $"{most:N0} are the most for this machine's memory, of which training on a table takes about {MemoryForEachByte} times its bytes"
            : $"a table may have {most:N0}";
        return new TableException($"{source} has {(length is { } known ? $"{known:N0}" : "more")} bytes{(length is null ? " than can be read" : string.Empty)}; {why}. Take a sample of its rows.", source);
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> content)
    {
        // A view of the caller's bytes where they are an array, as they always are here.
        ArraySegment<byte> bytes = MemoryMarshal.TryGetArray(content, out ArraySegment<byte> array) ? array : content.ToArray();
        return new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
    }
}
