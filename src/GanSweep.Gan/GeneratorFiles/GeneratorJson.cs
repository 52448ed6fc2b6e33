using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GanSweep.Tables.Transforms;

namespace GanSweep.Gan.GeneratorFiles;

/// <summary>generator.json as bytes: pretty, strict, and every number reads back to the same bits.</summary>
internal static class GeneratorJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(RequireAll).WithAddedModifier(NameParameters),
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new NumberConverter(),
            new NumberLineConverter<double>(),
            new NumberLineConverter<float>(),
            new NumberLineConverter<int>(),
        },
    };

    public static byte[] Write(GeneratorDocument document)
    {
        return [.. JsonSerializer.SerializeToUtf8Bytes(document, Options), (byte)'\n'];
    }

    /// <exception cref="JsonException">It is not the JSON of a generator.</exception>
    public static GeneratorDocument Read(ReadOnlySpan<byte> json)
    {
        return JsonSerializer.Deserialize<GeneratorDocument>(json, Options) ?? throw new JsonException("There is null where a generator is expected.");
    }

    /// <summary>The version alone, which is told before anything that depends on it is read; null if there is none.</summary>
    /// <exception cref="JsonException">It is not a JSON object.</exception>
    public static int? ReadFormatVersion(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool found = reader.ValueTextEquals("formatVersion");
            reader.Read();
            if (found)
            {
                return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int version) ? version : null;
            }

            reader.Skip();
        }

        return null;
    }

    // Each kind of transform names its own; the file says which under "parameters".
    private static void NameParameters(JsonTypeInfo type)
    {
        if (type.Type == typeof(ColumnTransformParameters))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "parameters" };
            foreach ((Type parameters, string name) in TransformCatalog.StoredForms)
            {
                type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(parameters, name));
            }
        }
    }

    private static void RequireAll(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            bool isLeftOut = property.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) == true;
            property.IsRequired = !isLeftOut && (property.Set != null || property.AssociatedParameter != null);
        }
    }
}
