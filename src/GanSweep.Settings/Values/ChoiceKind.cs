using System.Text.Json;
using GanSweep.Settings.Reading;

namespace GanSweep.Settings.Values;

/// <summary>The members of an enum, by their names in camel case.</summary>
public sealed class ChoiceKind<T> : ValueKind<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByName =
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    private static readonly Dictionary<T, string> Names = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <inheritdoc/>
    public override string Expected => ByName.Count == 1 ? $"\"{ByName.Keys.Single()}\"" : $"one of {string.Join(", ", ByName.Keys)}";

    /// <inheritdoc/>
    public override bool TryRead(JsonSpot spot, out T value)
    {
        value = default;
        if (spot.TryGetText(out string text) && ByName.TryGetValue(text, out value))
        {
            return true;
        }

        spot.Refuse(Expected, NearMiss.Hint(text, ByName.Keys));
        return false;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value)
    {
        writer.WriteStringValue(Names[value]);
    }

    /// <inheritdoc/>
    public override string Text(T value)
    {
        return Names[value];
    }

    /// <inheritdoc/>
    public override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("enum");
        foreach (string name in ByName.Keys)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }
}
