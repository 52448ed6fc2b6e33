using System.Security.Cryptography;
using GanSweep.Evaluation.Scoring;
using GanSweep.Training.Safetensors;

namespace GanSweep.Gan.GeneratorFiles;

/// <summary>Writes a generator as a zip of generator.json and generator.safetensors. The same generator gives the same bytes.</summary>
public static class GeneratorFileWriter
{
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
            new OrderedDictionary<string, double?>(Score.Known.Select(score => KeyValuePair.Create(score.Name, generator.Scores[score]))),
            architecture,
            new GeneratorWeightsEntry(GeneratorArchive.TensorsName, tensors.Length, Convert.ToHexStringLower(SHA256.HashData(tensors))),
            generator.Configuration,
            new GeneratorTransform(generator.Transform.Kind, generator.Transform.Clip, generator.Transform.Columns)));
        return GeneratorArchive.Write(json, tensors);
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
}
