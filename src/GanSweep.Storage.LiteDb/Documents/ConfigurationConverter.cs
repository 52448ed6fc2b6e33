using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using GanSweep.Contracts.Runs;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>
/// Configurations as stores have always held them: an object whose keys and names of choices begin with a capital letter. One without a
/// "Model" is a GAN's, of the time when there was no other model.
/// </summary>
internal sealed class ConfigurationConverter : JsonConverter<RunConfiguration>
{
    private const string Model = "model";
    private const string FirstModel = "gan";

    /// <inheritdoc/>
    public override RunConfiguration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument stored = JsonDocument.ParseValue(ref reader);
        ArrayBufferWriter<byte> json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            Copy(stored.RootElement, writer, char.ToLowerInvariant);
        }

        string model = stored.RootElement.TryGetProperty(Recased(Model, char.ToUpperInvariant), out JsonElement name)
            ? Recased(name.GetString()!, char.ToLowerInvariant)
            : FirstModel;
        return new RunConfiguration(model, Encoding.UTF8.GetString(json.WrittenSpan));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RunConfiguration value, JsonSerializerOptions options)
    {
        using JsonDocument canonical = JsonDocument.Parse(value.Json);
        Copy(canonical.RootElement, writer, char.ToUpperInvariant);
    }

    // The object as it is, but for the first letters.
    private static void Copy(JsonElement configuration, Utf8JsonWriter writer, Func<char, char> recase)
    {
        writer.WriteStartObject();
        foreach (JsonProperty property in configuration.EnumerateObject())
        {
            writer.WritePropertyName(Recased(property.Name, recase));
            if (property.Value.ValueKind == JsonValueKind.String)
            {
                writer.WriteStringValue(Recased(property.Value.GetString()!, recase));
            }
            else
            {
                property.Value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private static string Recased(string name, Func<char, char> recase)
    {
        return name.Length == 0 ? name : recase(name[0]) + name[1..];
    }
}
