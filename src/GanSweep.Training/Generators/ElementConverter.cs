using System.Text.Json;
using System.Text.Json.Serialization;

namespace GanSweep.Training.Generators;

/// <summary>JSON that a family or a configuration brings: numbers as they are spelled, lists on one line.</summary>
internal sealed class ElementConverter : JsonConverter<JsonElement>
{
    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        return JsonElement.ParseValue(ref reader);
    }

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value, options);
                }

                writer.WriteEndObject();
                break;

            case JsonValueKind.Array:
                writer.WriteRawValue($"[{string.Join(", ", value.EnumerateArray().Select(element => element.GetRawText()))}]");
                break;

            default:
                value.WriteTo(writer);
                break;
        }
    }
}
