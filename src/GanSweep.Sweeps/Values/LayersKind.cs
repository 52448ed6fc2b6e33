using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Sweeps.Json;

namespace GanSweep.Sweeps.Values;

/// <summary>Widths of hidden layers: 1 to 8 layers of 1 to 4,096.</summary>
internal sealed class LayersKind : ValueKind<ImmutableArray<int>>
{
    private const int MaximumLayers = 8;

    private static readonly WholeNumberKind<int> Width = new(1, 4_096);

    public override string Expected => $"a list of 1 to {MaximumLayers} layer widths, such as [64, 64]";

    public override IEqualityComparer<ImmutableArray<int>> Comparer => WidthsComparer.Instance;

    public override bool TryRead(JsonSpot spot, out ImmutableArray<int> value)
    {
        value = [];
        if (spot.Element.ValueKind != JsonValueKind.Array || spot.Element.GetArrayLength() == 0)
        {
            spot.Refuse(Expected);
            return false;
        }

        int layers = spot.Element.GetArrayLength();
        if (layers > MaximumLayers)
        {
            spot.Errors.Add(spot.Path, $"a list of {layers:N0} values is not {Expected}.");
            return false;
        }

        var widths = ImmutableArray.CreateBuilder<int>(layers);
        foreach (JsonSpot element in spot.Elements())
        {
            if (Width.TryRead(element, out int width))
            {
                widths.Add(width);
            }
        }

        value = widths.DrainToImmutable();
        return value.Length == layers;
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<int> value)
    {
        writer.WriteStartArray();
        foreach (int width in value)
        {
            writer.WriteNumberValue(width);
        }

        writer.WriteEndArray();
    }

    public override string Text(ImmutableArray<int> value)
    {
        return string.Join('-', value);
    }

    public override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "array");
        writer.WriteNumber("minItems", 1);
        writer.WriteNumber("maxItems", MaximumLayers);
        writer.WriteStartObject("items");
        Width.WriteSchema(writer);
        writer.WriteEndObject();
    }
}
