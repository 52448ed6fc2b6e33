using System.Text.Json;
using System.Text.Json.Serialization;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Documents;

/// <summary>A space by its keys, each with its values on one line; where there are several alternatives a list of such, each with its model.</summary>
internal sealed class AlternativesConverter : JsonConverter<Alternatives>
{
    public override Alternatives Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        throw new NotSupportedException("Documents are written, never read.");
    }

    public override void Write(Utf8JsonWriter writer, Alternatives value, JsonSerializerOptions options)
    {
        if (value.Items is [var only])
        {
            writer.WriteStartObject();
            WriteAxes(writer, only);
            writer.WriteEndObject();
            return;
        }

        writer.WriteStartArray();
        foreach (Alternative alternative in value.Items)
        {
            writer.WriteStartObject();
            writer.WriteString(ModelCatalog.Key, alternative.Model.Name);
            WriteAxes(writer, alternative);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAxes(Utf8JsonWriter writer, Alternative alternative)
    {
        foreach (Axis axis in alternative.Axes)
        {
            writer.WritePropertyName(axis.Key.Name);
            OneLine.Write(writer, axis.Write);
        }
    }
}
