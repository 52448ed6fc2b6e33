using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using GanSweep.Settings.Models;

namespace GanSweep.Documents;

/// <summary>Fitted keys as an object, each under its name; where there are several alternatives a list of such, each with its model.</summary>
internal sealed class FittedKeysConverter : JsonConverter<ImmutableArray<FittedKeys>>
{
    public override ImmutableArray<FittedKeys> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        throw new NotSupportedException("Documents are written, never read.");
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<FittedKeys> value, JsonSerializerOptions options)
    {
        if (value is [var only])
        {
            writer.WriteStartObject();
            WriteValues(writer, only);
            writer.WriteEndObject();
            return;
        }

        writer.WriteStartArray();
        foreach (FittedKeys fitted in value)
        {
            writer.WriteStartObject();
            writer.WriteString(ModelCatalog.Key, fitted.Alternative.Model.Name);
            WriteValues(writer, fitted);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter writer, FittedKeys fitted)
    {
        foreach ((ConfigurationKey key, object value) in fitted.Values)
        {
            writer.WritePropertyName(key.Name);
            OneLine.Write(writer, line => key.Write(line, value));
        }
    }
}
