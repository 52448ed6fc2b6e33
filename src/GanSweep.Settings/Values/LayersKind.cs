using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Settings.Reading;

namespace GanSweep.Settings.Values;

/// <summary>Widths of hidden layers: 1 to 8 layers of 1 to 4,096.</summary>
public sealed class LayersKind : ValueKind<ImmutableArray<int>>
{
    private const int MaximumLayers = 8;

    private static readonly WholeNumberKind<int> Width = new(1, 4_096);

    /// <inheritdoc/>
    public override string Expected => $"a list of 1 to {MaximumLayers} layer widths, such as [64, 64]";

    /// <inheritdoc/>
    public override IEqualityComparer<ImmutableArray<int>> Comparer => WidthsComparer.Instance;

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ImmutableArray<int> value)
    {
        writer.WriteStartArray();
        foreach (int width in value)
        {
            writer.WriteNumberValue(width);
        }

        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public override string Text(ImmutableArray<int> value)
    {
        return string.Join('-', value);
    }

    /// <inheritdoc/>
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
