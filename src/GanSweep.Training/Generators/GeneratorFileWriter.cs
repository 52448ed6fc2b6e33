using System.Security.Cryptography;
using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Models;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Safetensors;

namespace GanSweep.Training.Generators;

/// <summary>Writes a generator as a zip of generator.json and generator.safetensors. The same generator gives the same bytes.</summary>
internal static class GeneratorFileWriter
{
    /// <summary>Writes a generator.</summary>
    /// <param name="generator">The generator; its weights fit its configuration and columns, and all its numbers are finite.</param>
    /// <exception cref="ArgumentException">They do not, or are not.</exception>
    public static byte[] Write(TrainedGenerator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        TableTransform transform = LoopKeys.MinimumCountOf(generator.Configuration) > 1 ? generator.Transform.WithoutUnusedLevels() : generator.Transform;
        GeneratorLayout layout = generator.Family.LayoutOf(generator.Configuration, generator.Features);
        byte[] tensors = WriteTensors(generator, layout);
        byte[] json = GeneratorJson.Write(new GeneratorDocument(
            generator.Paths is null ? GeneratorDocument.FormatVersionWithoutPaths : GeneratorDocument.CurrentFormatVersion,
            generator.EngineVersion,
            generator.SweepId,
            generator.RunKey,
            generator.DatasetHash,
            generator.Seed,
            generator.BestEpoch,
            new OrderedDictionary<string, double?>(Score.Known.Where(score => score.IsToldOf(generator.Scores)).Select(score => KeyValuePair.Create(score.Name, generator.Scores[score]))),
            layout.Architecture,
            new GeneratorWeightsEntry(GeneratorArchive.TensorsName, tensors.Length, Convert.ToHexStringLower(SHA256.HashData(tensors))),
            GeneratorJson.ElementOf(generator.Configuration.Json),
            GeneratorTransform.Of(transform, generator.Form))
        {
            Paths = GeneratorPaths.Of(generator.Paths),
        });
        return GeneratorArchive.Write(json, tensors);
    }

    private static byte[] WriteTensors(TrainedGenerator generator, GeneratorLayout layout)
    {
        try
        {
            return SafetensorsFile.Write(GeneratorTensors.Of(layout, generator.Weights));
        }
        catch (SafetensorsException exception)
        {
            throw new ArgumentException($"The weights do not fit the configuration and the table. {exception.Message}", nameof(generator), exception);
        }
    }
}
