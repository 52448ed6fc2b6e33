using System.Text.Json;
using System.Text.Json.Serialization;

namespace GanSweep.Evaluation.Scoring;

/// <summary>A score as its name.</summary>
public sealed class ScoreConverter : JsonConverter<Score>
{
    /// <inheritdoc/>
    public override Score Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        return reader.GetString() is { } name && Score.Find(name) is { } score
            ? score
            : throw new JsonException("There is no score of that name.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Score value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.Name);
    }
}
