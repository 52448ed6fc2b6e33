using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GanSweep.Client.Documents;

/// <summary>Epochs and run numbers on one line.</summary>
internal sealed class WholeNumbersConverter : JsonConverter<ImmutableArray<int>>
{
    public override ImmutableArray<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        throw new NotSupportedException("Documents are written, never read.");
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<int> value, JsonSerializerOptions options)
    {
        OneLine.Write(writer, line =>
        {
            line.WriteStartArray();
            foreach (int number in value)
            {
                line.WriteNumberValue(number);
            }

            line.WriteEndArray();
        });
    }
}
