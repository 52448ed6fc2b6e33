using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GanSweep.Client.Documents;

/// <summary>Losses on one line. What is not finite is null.</summary>
internal sealed class NumbersConverter : JsonConverter<ImmutableArray<float>>
{
    public override ImmutableArray<float> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        throw new NotSupportedException("Documents are written, never read.");
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<float> value, JsonSerializerOptions options)
    {
        OneLine.Write(writer, line =>
        {
            line.WriteStartArray();
            foreach (float number in value)
            {
                if (float.IsFinite(number))
                {
                    line.WriteNumberValue(number);
                }
                else
                {
                    line.WriteNullValue();
                }
            }

            line.WriteEndArray();
        });
    }
}
