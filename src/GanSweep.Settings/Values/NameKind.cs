using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Settings.Reading;

namespace GanSweep.Settings.Values;

/// <summary>One of some names.</summary>
/// <param name="names">The names, at least one.</param>
public sealed class NameKind(ImmutableArray<string> names) : ValueKind<string>
{
    /// <inheritdoc/>
    public override string Expected => names.Length == 1 ? $"\"{names[0]}\"" : $"one of {string.Join(", ", names)}";

    /// <inheritdoc/>
    public override bool TryRead(JsonSpot spot, out string value)
    {
        if (spot.TryGetText(out value) && names.Contains(value))
        {
            return true;
        }

        spot.Refuse(Expected, NearMiss.Hint(value, names));
        return false;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value)
    {
        writer.WriteStringValue(value);
    }

    /// <inheritdoc/>
    public override string Text(string value)
    {
        return value;
    }

    /// <inheritdoc/>
    public override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("enum");
        foreach (string name in names)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }
}
