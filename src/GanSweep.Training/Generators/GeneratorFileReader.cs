using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Transforms;
using GanSweep.Tables.Writing;
using GanSweep.Training.Families;
using GanSweep.Training.Histories;
using GanSweep.Training.Safetensors;

namespace GanSweep.Training.Generators;

/// <summary>
/// Reads what <see cref="GeneratorFileWriter"/> writes, and trusts nothing: names, sizes, checksums, hash, shapes, versions and numbers are
/// checked before they are used, and no more is held than <see cref="GeneratorArchive"/> allows, whatever the file declares.
/// </summary>
public static class GeneratorFileReader
{
    /// <summary>The most bytes that are read.</summary>
    public const int MaximumLength = GeneratorArchive.MaximumLength;

    /// <summary>Whether a file is meant to be a generator, be it whole or not: it begins as one. Any other zip may be a packed table.</summary>
    /// <param name="stream">The file; stays open. One that cannot seek is taken for none.</param>
    public static bool IsMeant(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.CanSeek && GeneratorArchive.BeginsAsOne(stream);
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="source">What the messages call it: its path or name.</param>
    /// <param name="families">The families that it may be of.</param>
    /// <exception cref="GeneratorFileException">It is not a generator.</exception>
    public static TrainedGenerator Read(ReadOnlyMemory<byte> content, string source, ModelFamilies families)
    {
        ArraySegment<byte> bytes = MemoryMarshal.TryGetArray(content, out ArraySegment<byte> array) ? array : content.ToArray();
        using MemoryStream stream = new(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        return Read(stream, source, families);
    }

    /// <summary>Reads a stream that can seek, from its beginning.</summary>
    /// <param name="stream">The stream; stays open.</param>
    /// <param name="source">What the messages call it: its path or name.</param>
    /// <param name="families">The families that it may be of.</param>
    /// <exception cref="GeneratorFileException">It is not a generator.</exception>
    internal static TrainedGenerator Read(Stream stream, string source, ModelFamilies families)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(families);
        ArgumentException.ThrowIfNullOrEmpty(source);
        try
        {
            (byte[] json, byte[] tensors) = GeneratorArchive.Read(stream);
            GeneratorDocument document = ReadDocument(json, source);
            CheckWeights(document.Weights, tensors);
            return Build(document, tensors, families);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or SafetensorsException or TransformException or RuleException or FormException)
        {
            throw new GeneratorFileException(
                $"{source} is not a generator that can be used: {exception.Message} Download it from its sweep again.", source, exception);
        }
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

            if (version is not >= GeneratorDocument.OldestFormatVersion)
            {
                throw new InvalidDataException(
                    $"{GeneratorArchive.JsonName} has format version {version?.ToString() ?? "(none)"}; "
                    + $"those from {GeneratorDocument.OldestFormatVersion} to {GeneratorDocument.CurrentFormatVersion} are read.");
            }

            return GeneratorJson.Read(json);
        }
        catch (JsonException exception)
        {
            string reason = exception.Message.Split(" Path: ")[0];
            throw new InvalidDataException(
                $"{GeneratorArchive.JsonName}, line {exception.LineNumber + 1}, {exception.Path ?? "$"}: {reason}", exception);
        }
        catch (NotSupportedException exception)
        {
            // So the serializer says that a rule, or what was fitted to a column, does not say which one it is.
            throw new InvalidDataException($"{GeneratorArchive.JsonName}: {exception.Message}", exception);
        }
    }

    private static void CheckWeights(GeneratorWeightsEntry entry, byte[] tensors)
    {
        if (entry.File != GeneratorArchive.TensorsName)
        {
            throw new InvalidDataException(
                $"{GeneratorArchive.JsonName} names \"{entry.File}\" as the weights; they are \"{GeneratorArchive.TensorsName}\".");
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(tensors));
        if (entry.Length != tensors.Length || entry.Sha256 != hash)
        {
            throw new InvalidDataException(
                $"{entry.File} has {tensors.Length:N0} bytes with the SHA-256 {hash}; "
                + $"{GeneratorArchive.JsonName} says {entry.Length:N0} and {entry.Sha256}.");
        }
    }

    private static TrainedGenerator Build(GeneratorDocument document, byte[] tensors, ModelFamilies families)
    {
        if (document.Transform.Columns.Contains(null!))
        {
            throw new InvalidDataException("a column of the transform is null.");
        }

        TableForm form = document.Transform.Form ?? TableForm.Plain;
        FormCheck.Demand(document.Transform.TableSchema, form);
        TableTransform transform = TableTransform.Restore(document.Transform.Kind, document.Transform.Clip, document.Transform.Columns, document.Transform.Ruled(), document.Transform.Gaps ?? []);
        Configuration configuration = ConfigurationOf(document.Configuration, families.Models);
        IModelFamily family = families[configuration.Model.Name];
        if (family.TransformOf(configuration) != transform.Kind || configuration.Get(LoopKeys.Clip) != transform.Clip)
        {
            throw new InvalidDataException($"{GeneratorArchive.JsonName}, $.transform: its kind and clip are not those of $.configuration.");
        }

        PathModel? paths = document.Paths?.ToModel(transform);
        GeneratorLayout layout = family.LayoutOf(configuration, PathDraw.FeaturesOf(transform, paths));
        if (GeneratorJson.Difference(document.Architecture, layout.Architecture) is { } path)
        {
            throw new InvalidDataException($"{GeneratorArchive.JsonName}, $.architecture{path}: it is not that of the configuration and the columns, {layout.Architecture}.");
        }

        return new TrainedGenerator
        {
            Family = family,
            Configuration = configuration,
            Weights = GeneratorTensors.Join(layout, SafetensorsFile.Read(tensors)),
            Transform = transform,
            Paths = paths,
            Form = form,
            Seed = document.Seed,
            Scores = ScoresOf(document.Scores),
            BestEpoch = document.BestEpoch,
            RunKey = document.RunKey,
            SweepId = document.SweepId,
            DatasetHash = document.DatasetHash,
            EngineVersion = document.EngineVersion,
        };
    }

    // A file of a version that did not know a key yet lacks it: its value was what the default is.
    private static Configuration ConfigurationOf(JsonElement configuration, ModelCatalog models)
    {
        SettingErrors errors = new();
        try
        {
            Configuration read = models.Read(new JsonSpot(configuration, "$.configuration", errors));
            errors.ThrowIfAny();
            return read;
        }
        catch (InvalidSettingsException exception)
        {
            throw new InvalidDataException($"{GeneratorArchive.JsonName}, {string.Join(' ', exception.Errors)}", exception);
        }
    }

    // A file of a version that did not know a score yet lacks it, and a table that has nothing of what it looks at; the total is in all.
    private static Scores ScoresOf(OrderedDictionary<string, double?> values)
    {
        if (values.Keys.FirstOrDefault(name => Score.Find(name) is null) is { } unknown)
        {
            throw new InvalidDataException($"{GeneratorArchive.JsonName}, $.scores.{unknown}: there is no such score.");
        }

        Scores scores = Scores.Of(values.Select(each => (Score.Find(each.Key)!, each.Value)));
        return scores[Score.Total] is null
            ? throw new InvalidDataException($"{GeneratorArchive.JsonName}, $.scores.{Score.Total}: a number is expected.")
            : scores;
    }
}
