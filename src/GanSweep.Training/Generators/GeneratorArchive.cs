using System.Buffers.Binary;
using System.IO.Compression;
using ICSharpCode.SharpZipLib.Checksum;

namespace GanSweep.Training.Generators;

/// <summary>The zip of a generator: generator.json and generator.safetensors, and nothing else.</summary>
internal static class GeneratorArchive
{
    /// <summary>The longest generator.json, in bytes.</summary>
    public const int MaximumJsonLength = 64 << 20;

    /// <summary>The longest generator.safetensors, in bytes.</summary>
    public const int MaximumTensorsLength = 256 << 20;

    internal const string JsonName = "generator.json";
    internal const string TensorsName = "generator.safetensors";

    // The directory of two entries takes some 200 bytes; extra fields of other tools may add to it.
    private const int MaximumDirectoryLength = 1 << 16;

    // Both entries as they are, and what a zip adds.
    public const int MaximumLength = MaximumJsonLength + MaximumTensorsLength + (2 * MaximumDirectoryLength);

    // A zip ends with its "end of central directory" record, of this length if there is no comment.
    private const int EndLength = 22;

    // The earliest time a zip can hold: no file depends on when it was written.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="ArgumentException">A part is longer than would be read.</exception>
    internal static byte[] Write(byte[] json, byte[] tensors)
    {
        if (json.Length > MaximumJsonLength || tensors.Length > MaximumTensorsLength)
        {
            throw new ArgumentException(
                $"{JsonName} has {json.Length:N0} bytes and {TensorsName} {tensors.Length:N0}; at most {MaximumJsonLength:N0} and "
                + $"{MaximumTensorsLength:N0} can be read back.",
                nameof(json));
        }

        using MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, JsonName, json);
            Add(zip, TensorsName, tensors);
        }

        return file.ToArray();
    }

    /// <summary>Whether a zip's first file is one of a generator's.</summary>
    internal static bool BeginsAsOne(Stream stream)
    {
        // A file in a zip begins with a record whose name comes after 30 bytes.
        const int NameStart = 30;
        byte[] start = new byte[NameStart + TensorsName.Length];
        stream.Position = 0;
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        ReadOnlySpan<byte> name = length < NameStart ? default : start.AsSpan(NameStart, length - NameStart);
        return start.AsSpan().StartsWith("PK\u0003\u0004"u8) && (name.StartsWith("generator.json"u8) || name.StartsWith("generator.safetensors"u8));
    }

    /// <exception cref="InvalidDataException">It is not such a zip, or is larger than allowed.</exception>
    internal static (byte[] Json, byte[] Tensors) Read(Stream stream)
    {
        if (stream.Length > MaximumLength)
        {
            throw new InvalidDataException($"it has {stream.Length:N0} bytes; at most {MaximumLength:N0} are read.");
        }

        CheckDirectory(stream);
        using ZipArchive zip = new(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count != 2 || zip.GetEntry(JsonName) is not { } json || zip.GetEntry(TensorsName) is not { } tensors)
        {
            string names = string.Join(", ", zip.Entries.Take(4).Select(entry => $"\"{entry.FullName}\""));
            throw new InvalidDataException(
                $"it has {zip.Entries.Count} entries ({names}); a generator has \"{JsonName}\" and \"{TensorsName}\" alone.");
        }

        return (ReadEntry(json, MaximumJsonLength), ReadEntry(tensors, MaximumTensorsLength));
    }

    // Stored, not compressed: compressed bytes differ between processors and versions of the library.
    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Epoch;
        using Stream stream = entry.Open();
        stream.Write(content);
    }

    // ZipArchive makes an object of every entry it finds from the directory's start on; so the start must be near the end.
    private static void CheckDirectory(Stream stream)
    {
        Span<byte> end = stackalloc byte[EndLength];
        if (stream.Length < EndLength)
        {
            throw new InvalidDataException($"it has {stream.Length} bytes, too few for a zip.");
        }

        stream.Position = stream.Length - EndLength;
        stream.ReadExactly(end);
        long length = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        long start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (!end.StartsWith("PK\u0005\u0006"u8) || start + length != stream.Length - EndLength || length > MaximumDirectoryLength)
        {
            throw new InvalidDataException("it does not end like a zip of two files; it may be cut off, or have something appended.");
        }

        stream.Position = 0;
    }

    private static byte[] ReadEntry(ZipArchiveEntry entry, int maximumLength)
    {
        if (entry.Length > maximumLength)
        {
            throw new InvalidDataException($"{entry.FullName} is said to have {entry.Length:N0} bytes; at most {maximumLength:N0} are read.");
        }

        // The buffer grows with what is really there, and one byte more than declared is enough to know.
        using MemoryStream content = new();
        using Stream stream = entry.Open();
        byte[] part = new byte[1 << 16];
        for (int read; content.Length <= entry.Length && (read = stream.Read(part)) > 0;)
        {
            content.Write(part, 0, read);
        }

        byte[] bytes = content.ToArray();
        if (bytes.Length != entry.Length)
        {
            throw new InvalidDataException($"{entry.FullName} is said to have {entry.Length:N0} bytes and does not.");
        }

        // ZipArchive reads past a wrong checksum; SharpZipLib, which TorchSharp brings, has the same CRC-32.
        Crc32 checksum = new();
        checksum.Update(bytes);
        if (checksum.Value != entry.Crc32)
        {
            throw new InvalidDataException($"{entry.FullName} does not have the checksum that the zip gives for it.");
        }

        return bytes;
    }
}
