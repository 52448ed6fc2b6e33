using System.Text.Json;
using GanSweep.Sweeps.Json;

namespace GanSweep.Sweeps.Values;

/// <summary>true or false.</summary>
internal sealed class SwitchKind : ValueKind<bool>
{
    public override string Expected => "true or false";

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

    public override void Write(Utf8JsonWriter writer, bool value)
    {
        writer.WriteBooleanValue(value);
    }

    public override string Text(bool value)
    {
        return value ? "true" : "false";
    }

    public override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "boolean");
    }
}
