using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GanSweep.Client.Documents;

/// <summary>Fitted keys as an object, each under its name.</summary>
internal sealed class FittedKeysConverter : JsonConverter<ImmutableArray<FittedKey>>
{
    public override ImmutableArray<FittedKey> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        throw new NotSupportedException("Documents are written, never read.");
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<FittedKey> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (FittedKey fitted in value)
        {
            writer.WritePropertyName(fitted.Key.Name);
            OneLine.Write(writer, line => fitted.Key.Write(line, fitted.Value));
        }

        writer.WriteEndObject();
    }
}
