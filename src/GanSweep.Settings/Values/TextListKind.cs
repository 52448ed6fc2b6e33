using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Settings.Reading;

namespace GanSweep.Settings.Values;

/// <summary>Lists of short texts.</summary>
/// <param name="maximumCount">The most texts there may be.</param>
/// <param name="maximumLength">The most characters of one.</param>
public sealed class TextListKind(int maximumCount, int maximumLength) : ValueKind<ImmutableArray<string>>
{
    private readonly TextKind _text = new($"a text of at most {maximumLength} characters on one line", maximumLength, @"^[^\u0000-\u001F]*$");

    /// <inheritdoc/>
    public override string Expected => $"a list of 1 to {maximumCount} texts";

    /// <inheritdoc/>
    public override bool TryRead(JsonSpot spot, out ImmutableArray<string> value)
    {
        value = [];
        int count = spot.Element.ValueKind == JsonValueKind.Array ? spot.Element.GetArrayLength() : 0;
        if (count < 1 || count > maximumCount)
        {
            spot.Refuse(Expected);
            return false;
        }

        List<string> texts = [];
        foreach (JsonSpot element in spot.Elements())
        {
            if (_text.TryRead(element, out string text))
            {
                texts.Add(text);
            }
        }

        value = [.. texts];
        return texts.Count == count;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ImmutableArray<string> value)
    {
        writer.WriteStartArray();
        foreach (string text in value)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public override string Text(ImmutableArray<string> value)
    {
        return string.Join(", ", value);
    }

    /// <inheritdoc/>
    public override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "array");
        writer.WriteNumber("minItems", 1);
        writer.WriteNumber("maxItems", maximumCount);
        writer.WriteStartObject("items");
        _text.WriteSchema(writer);
        writer.WriteEndObject();
    }
}
