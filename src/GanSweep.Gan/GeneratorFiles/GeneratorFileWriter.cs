using System.IO.Compression;
using System.Security.Cryptography;
using GanSweep.Gan.Safetensors;

namespace GanSweep.Gan.GeneratorFiles;

/// <summary>Writes a generator as a zip of generator.json and generator.safetensors. The same generator gives the same bytes.</summary>
public static class GeneratorFileWriter
{
    internal const string JsonName = "generator.json";
    internal const string TensorsName = "generator.safetensors";

    // The earliest time a zip can hold: no file depends on when it was written.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a generator.</summary>
    /// <param name="generator">The generator; its weights fit its configuration and columns, and all its numbers are finite.</param>
    /// <exception cref="ArgumentException">They do not, or are not.</exception>
    public static byte[] Write(GeneratorFile generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        GeneratorArchitecture architecture = GeneratorArchitecture.Of(generator.Configuration, generator.Transform.ColumnCount);
        byte[] tensors = WriteTensors(generator, architecture);
        byte[] json = GeneratorJson.Write(new GeneratorDocument(
            GeneratorDocument.CurrentFormatVersion,
            generator.EngineVersion,
            generator.SweepId,
            generator.RunKey,
            generator.DatasetHash,
            generator.Seed,
            generator.BestEpoch,
            generator.Scores,
            architecture,
            new GeneratorWeightsEntry(TensorsName, tensors.Length, Convert.ToHexStringLower(SHA256.HashData(tensors))),
            generator.Configuration,
            new GeneratorTransform(generator.Transform.Kind, generator.Transform.Clip, generator.Transform.Columns)));

        using MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, JsonName, json);
            Add(zip, TensorsName, tensors);
        }

        return file.ToArray();
    }

    private static byte[] WriteTensors(GeneratorFile generator, GeneratorArchitecture architecture)
    {
        try
        {
            byte[] tensors = SafetensorsFile.Write(GeneratorTensors.Of(generator.Weights));
            GeneratorTensors.Read(GeneratorTensors.Of(generator.Weights), architecture);
            return tensors;
        }
        catch (SafetensorsException exception)
        {
            throw new ArgumentException($"The weights do not fit the configuration and the table. {exception.Message}", nameof(generator), exception);
        }
    }

    // Stored, not compressed: compressed bytes differ between processors and versions of the library.
    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Epoch;
        using Stream stream = entry.Open();
        stream.Write(content);
    }
}
