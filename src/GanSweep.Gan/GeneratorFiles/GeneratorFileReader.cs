using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using GanSweep.Gan.Safetensors;
using GanSweep.Gan.Transforms;
using ICSharpCode.SharpZipLib.Checksum;

namespace GanSweep.Gan.GeneratorFiles;

/// <summary>
/// Reads what <see cref="GeneratorFileWriter"/> writes, and trusts nothing: names, sizes, checksums, hash, shapes, versions and numbers are
/// checked before they are used, and no more is held than the limits below, whatever the file declares.
/// </summary>
public static class GeneratorFileReader
{
    /// <summary>The longest generator.json that is read, in bytes.</summary>
    public const int MaximumJsonLength = 64 << 20;

    /// <summary>The longest generator.safetensors that is read, in bytes.</summary>
    public const int MaximumTensorsLength = 256 << 20;

    // Both entries as they are, and what a zip adds.
    private const long MaximumLength = MaximumJsonLength + MaximumTensorsLength + (1 << 20);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="GeneratorFileException">There is no such file, it cannot be opened, or it is not a generator.</exception>
    public static GeneratorFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using FileStream file = File.OpenRead(path);
            return Read(file, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GeneratorFileException(
                $"{path} cannot be opened: {exception.Message} Give the path of a zip that \"download\" or \"run\" wrote.", path, exception);
        }
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="source">What the messages call it: its path or name.</param>
    /// <exception cref="GeneratorFileException">It is not a generator.</exception>
    public static GeneratorFile Read(byte[] content, string source)
    {
        ArgumentNullException.ThrowIfNull(content);
        using MemoryStream stream = new(content, writable: false);
        return Read(stream, source);
    }

    /// <summary>Reads a stream that can seek, from its beginning.</summary>
    /// <param name="stream">The stream; stays open.</param>
    /// <param name="source">What the messages call it: its path or name.</param>
    /// <exception cref="GeneratorFileException">It is not a generator.</exception>
    public static GeneratorFile Read(Stream stream, string source)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(source);
        try
        {
            (byte[] json, byte[] tensors) = ReadEntries(stream);
            GeneratorDocument document = ReadDocument(json, source);
            CheckWeights(document.Weights, tensors);
            return Build(document, tensors);
        }
        catch (Exception exception) when (exception is InvalidDataException or SafetensorsException or TransformException)
        {
            throw new GeneratorFileException(
                $"{source} is not a generator that can be used: {exception.Message} Download it again, or draw it from its sweep anew.", source, exception);
        }
    }

    private static (byte[] Json, byte[] Tensors) ReadEntries(Stream stream)
    {
        if (stream.Length > MaximumLength)
        {
            throw new InvalidDataException($"it has {stream.Length:N0} bytes; at most {MaximumLength:N0} are read.");
        }

        using ZipArchive zip = new(stream, ZipArchiveMode.Read, leaveOpen: true);
        string names = string.Join(", ", zip.Entries.Take(4).Select(entry => $"\"{entry.FullName}\""));
        if (zip.Entries.Count != 2
            || zip.GetEntry(GeneratorFileWriter.JsonName) is not { } json
            || zip.GetEntry(GeneratorFileWriter.TensorsName) is not { } tensors)
        {
            throw new InvalidDataException(
                $"it has {zip.Entries.Count} entries ({names}); a generator has \"{GeneratorFileWriter.JsonName}\" and \"{GeneratorFileWriter.TensorsName}\" alone.");
        }

        return (ReadEntry(json, MaximumJsonLength), ReadEntry(tensors, MaximumTensorsLength));
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

    private static GeneratorDocument ReadDocument(byte[] json, string source)
    {
        try
        {
            int? version = GeneratorJson.ReadFormatVersion(json);
            if (version > GeneratorDocument.CurrentFormatVersion)
            {
                throw new GeneratorFileException(
                    $"{source} was made by a newer GanSweep: it has format version {version}, this one reads {GeneratorDocument.CurrentFormatVersion}. "
                    + "Update GanSweep.",
                    source);
            }

            if (version != GeneratorDocument.CurrentFormatVersion)
            {
                throw new InvalidDataException(
                    $"{GeneratorFileWriter.JsonName} has format version {version?.ToString() ?? "(none)"}; there is {GeneratorDocument.CurrentFormatVersion}.");
            }

            return GeneratorJson.Read(json);
        }
        catch (JsonException exception)
        {
            string reason = exception.Message.Split(" Path: ")[0];
            throw new InvalidDataException(
                $"{GeneratorFileWriter.JsonName}, line {exception.LineNumber + 1}, {exception.Path ?? "$"}: {reason}", exception);
        }
    }

    private static void CheckWeights(GeneratorWeightsEntry entry, byte[] tensors)
    {
        if (entry.File != GeneratorFileWriter.TensorsName)
        {
            throw new InvalidDataException(
                $"{GeneratorFileWriter.JsonName} names \"{entry.File}\" as the weights; they are \"{GeneratorFileWriter.TensorsName}\".");
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(tensors));
        if (entry.Length != tensors.Length || entry.Sha256 != hash)
        {
            throw new InvalidDataException(
                $"{entry.File} has {tensors.Length:N0} bytes with the SHA-256 {hash}; {GeneratorFileWriter.JsonName} says {entry.Length:N0} and {entry.Sha256}.");
        }
    }

    private static GeneratorFile Build(GeneratorDocument document, byte[] tensors)
    {
        if (document.Transform.Columns.Contains(null!))
        {
            throw new InvalidDataException("a column of the transform is null.");
        }

        TableTransform transform = TableTransform.Restore(document.Transform.Kind, document.Transform.Clip, document.Transform.Columns);
        bool agrees = document.Architecture == GeneratorArchitecture.Of(document.Configuration, transform.ColumnCount)
            && document.Configuration.Transform == transform.Kind
            && document.Configuration.Clip == transform.Clip
            && document.Architecture.LatentDim > 0
            && document.Architecture.Layers.All(outputs => outputs > 0);
        if (!agrees)
        {
            throw new InvalidDataException("its architecture and its transform are not those of its configuration.");
        }

        return new GeneratorFile
        {
            Configuration = document.Configuration,
            Weights = GeneratorTensors.Read(SafetensorsFile.Read(tensors), document.Architecture),
            Transform = transform,
            Seed = document.Seed,
            Scores = document.Scores,
            BestEpoch = document.BestEpoch,
            RunKey = document.RunKey,
            SweepId = document.SweepId,
            DatasetHash = document.DatasetHash,
            EngineVersion = document.EngineVersion,
        };
    }
}
