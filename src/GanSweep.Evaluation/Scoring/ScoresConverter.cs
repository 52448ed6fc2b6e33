using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GanSweep.Evaluation.Scoring;

/// <summary>
/// Scores as an object with a property for each, named by the options' naming policy: <c>MeanGap</c> without one, as for the properties of a
/// class. A file of a version that did not know a score yet lacks it, and one of a version that knows more has more.
/// </summary>
public sealed class ScoresConverter : JsonConverter<Scores>
{
    /// <inheritdoc/>
    public override Scores Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        List<(Score, double?)> read = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (Score.Known.FirstOrDefault(score => NameOf(score, options) == name) is { } score)
            {
                read.Add((score, JsonSerializer.Deserialize(ref reader, NumberOf(options))));
            }
            else
            {
                reader.Skip();
            }
        }

        return Scores.Of(read);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Scores value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        foreach (Score score in Score.Known.Where(score => score.IsToldOf(value)))
        {
            writer.WritePropertyName(NameOf(score, options));
            JsonSerializer.Serialize(writer, value[score], NumberOf(options));
        }

        writer.WriteEndObject();
    }

    private static string NameOf(Score score, JsonSerializerOptions options)
    {
        string member = char.ToUpperInvariant(score.Name[0]) + score.Name[1..];
        return options.PropertyNamingPolicy?.ConvertName(member) ?? member;
    }

    private static JsonTypeInfo<double?> NumberOf(JsonSerializerOptions options)
    {
        return (JsonTypeInfo<double?>)options.GetTypeInfo(typeof(double?));
    }
}
