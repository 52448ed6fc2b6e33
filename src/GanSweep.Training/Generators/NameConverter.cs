using System.Text.Json;
using System.Text.Json.Serialization;

namespace GanSweep.Training.Generators;

/// <summary>One of some names. The runtime's converter takes several, with commas between them, and gives what has no name.</summary>
internal sealed class NameConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values = Enum.GetValues<T>().ToDictionary(NameOf);

    // Without a message of its own, the serializer gives the exception one that names the place.
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        return reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out T value) ? value : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStringValue(NameOf(value));
    }

    private static string NameOf(T value)
    {
        return JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
    }
}
