using System.Text.Json;
using GanSweep.Settings.Reading;

namespace GanSweep.Settings.Values;

/// <summary>true or false.</summary>
public sealed class SwitchKind : ValueKind<bool>
{
    /// <inheritdoc/>
    public override string Expected => "true or false";

    /// <inheritdoc/>
    public override bool TryRead(JsonSpot spot, out bool value)
    {
        value = spot.Element.ValueKind == JsonValueKind.True;
        if (value || spot.Element.ValueKind == JsonValueKind.False)
        {
            return true;
        }

        spot.Refuse(Expected);
        return false;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, bool value)
    {
        writer.WriteBooleanValue(value);
    }

    /// <inheritdoc/>
    public override string Text(bool value)
    {
        return value ? "true" : "false";
    }

    /// <inheritdoc/>
    public override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "boolean");
    }
}
