using System.Collections.Immutable;
using System.Text.Json;

namespace GanSweep.Training.Safetensors;

/// <summary>The JSON header of a safetensors file.</summary>
internal static class SafetensorsHeader
{
    private const string Metadata = "__metadata__";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    /// <summary>Reads the header; the tensors in the order of their bytes. Whether they fit the file is for the caller to check.</summary>
    /// <exception cref="SafetensorsException">It is not the header of F32 tensors.</exception>
    public static ImmutableArray<TensorEntry> Read(ReadOnlyMemory<byte> header)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(header, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new SafetensorsException("The header is not a JSON object.");
            }

            List<TensorEntry> entries = [];
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.Name == Metadata)
                {
                    CheckMetadata(property.Value);
                }
                else
                {
                    entries.Add(ReadEntry(property.Name, property.Value));
                }
            }

            return [.. entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End)];
        }
        catch (JsonException exception)
        {
            throw new SafetensorsException($"The header is not the JSON of a safetensors file: {exception.Message}", exception);
        }
        catch (InvalidOperationException exception)
        {
            // A name or text with escaped halves of a surrogate pair, which is no text.
            throw new SafetensorsException($"The header has text that is not Unicode: {exception.Message}", exception);
        }
    }

    private static void CheckMetadata(JsonElement metadata)
    {
        if (metadata.ValueKind != JsonValueKind.Object || metadata.EnumerateObject().Any(entry => entry.Value.ValueKind != JsonValueKind.String))
        {
            throw new SafetensorsException($"{Metadata} is not an object of texts.");
        }
    }

    private static TensorEntry ReadEntry(string name, JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object
            || entry.GetPropertyCount() != 3
            || !entry.TryGetProperty("dtype", out JsonElement type)
            || !entry.TryGetProperty("shape", out JsonElement shape)
            || !entry.TryGetProperty("data_offsets", out JsonElement offsets))
        {
            throw new SafetensorsException($"Tensor \"{name}\" is not described by dtype, shape and data_offsets alone.");
        }

        if (type.ValueKind != JsonValueKind.String || !type.ValueEquals("F32"))
        {
            throw new SafetensorsException($"Tensor \"{name}\" has the type {type.GetRawText()}; only \"F32\" is read.");
        }

        ImmutableArray<int> lengths = [.. ReadNumbers(name, "shape", shape, int.MaxValue).Select(length => (int)length)];
        long bytes = sizeof(float);
        foreach (int length in lengths)
        {
            // A product of two numbers below 2^31 fits; none beyond that is a size.
            bytes *= length;
            if (bytes > int.MaxValue)
            {
                throw new SafetensorsException($"Tensor \"{name}\" has the shape {shape.GetRawText()}, more than a file can hold.");
            }
        }

        long[] places = [.. ReadNumbers(name, "data_offsets", offsets, long.MaxValue)];
        if (places.Length != 2 || places[1] < places[0] || places[1] - places[0] != bytes)
        {
            throw new SafetensorsException(
                $"Tensor \"{name}\" of shape {shape.GetRawText()} takes {bytes} bytes; its data_offsets are {offsets.GetRawText()}.");
        }

        return new TensorEntry(name, lengths, places[0], places[1]);
    }

    private static IEnumerable<long> ReadNumbers(string name, string what, JsonElement array, long maximum)
    {
        if (array.ValueKind != JsonValueKind.Array)
        {
            throw new SafetensorsException($"Tensor \"{name}\": {what} is not a list.");
        }

        foreach (JsonElement element in array.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt64(out long number) || number < 0 || number > maximum)
            {
                throw new SafetensorsException(
                    $"Tensor \"{name}\": {what} has {element.GetRawText()}; allowed are whole numbers from 0 to {maximum}.");
            }

            yield return number;
        }
    }
}
