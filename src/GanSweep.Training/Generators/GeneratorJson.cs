using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Transforms;

namespace GanSweep.Training.Generators;

/// <summary>generator.json as bytes: pretty, strict, and every number reads back to the same bits.</summary>
internal static class GeneratorJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",

        // It is no part of a page: letters of any language are written as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(RequireAll).WithAddedModifier(NameParameters),
        Converters =
        {
            new NameConverter<TransformKind>(),
            new NameConverter<ColumnKind>(),
            new NameConverter<DateUnit>(),
            new NumberConverter(),
            new NumberLineConverter<double>(),
            new NumberLineConverter<float>(),
            new ElementConverter(),
        },
    };

    /// <summary>A value as a part of the document.</summary>
    public static JsonElement ElementOf(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

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
            bool found = NameIs(ref reader, "formatVersion");
            reader.Read();
            if (found)
            {
                return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int version) ? version : null;
            }

            reader.Skip();
        }

        return null;
    }

    // A name may hold an escaped half of a surrogate pair, which is no text, and which only shows when it is compared.
    private static bool NameIs(ref Utf8JsonReader reader, string name)
    {
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException($"A name is not Unicode: {exception.Message}", exception);
        }
    }

    /// <summary>Where a value is not what is expected: the path of a member, or the empty one; null if they are the same.</summary>
    public static string? Difference(JsonElement value, JsonElement expected)
    {
        if (AreSame(value, expected))
        {
            return null;
        }

        return value.ValueKind != JsonValueKind.Object
            ? ""
            : expected.EnumerateObject()
                .Where(member => !value.TryGetProperty(member.Name, out JsonElement found) || !AreSame(found, member.Value))
                .Select(member => $".{member.Name}")
                .FirstOrDefault("");
    }

    private static bool AreSame(JsonElement one, JsonElement other)
    {
        try
        {
            return JsonElement.DeepEquals(one, other);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or InvalidOperationException)
        {
            // An exponent beyond all bounds, or half of a surrogate pair: nothing that a family says.
            return false;
        }
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
