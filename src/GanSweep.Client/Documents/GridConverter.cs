using System.Text.Json;
using System.Text.Json.Serialization;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Client.Documents;

/// <summary>A space by its keys, each with its values on one line.</summary>
internal sealed class GridConverter : JsonConverter<Grid>
{
    public override Grid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        throw new NotSupportedException("Documents are written, never read.");
    }

    public override void Write(Utf8JsonWriter writer, Grid value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (GridAxis axis in value.Axes)
        {
            writer.WritePropertyName(axis.Key.Name);
            OneLine.Write(writer, axis.WriteValues);
        }

        writer.WriteEndObject();
    }
}
