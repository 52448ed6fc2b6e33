using System.Text.Json;
using System.Text.Json.Serialization;
using GanSweep.Sweeps.Strategies;

namespace GanSweep.Documents;

/// <summary>A strategy as sweep.json says it, with all of its keys, on one line.</summary>
internal sealed class StrategyConverter : JsonConverter<Strategy>
{
    public override Strategy Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        throw new NotSupportedException("Documents are written, never read.");
    }

    public override void Write(Utf8JsonWriter writer, Strategy value, JsonSerializerOptions options)
    {
        OneLine.Write(writer, value.Write);
    }
}
