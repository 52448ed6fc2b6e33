using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Settings.Reading;

namespace GanSweep.Settings.Values;

/// <summary>Lists of values of which each is above the one before.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="element">What each must be.</param>
/// <param name="minimumCount">The fewest values there may be.</param>
/// <param name="maximumCount">The most values there may be.</param>
public sealed class AscendingKind<T>(ValueKind<T> element, int minimumCount, int maximumCount) : ValueKind<ImmutableArray<T>>
    where T : IComparable<T>
{
    /// <inheritdoc/>
    public override string Expected => $"a list of {minimumCount} to {maximumCount} values, each above the one before";

    /// <inheritdoc/>
    public override bool TryRead(JsonSpot spot, out ImmutableArray<T> value)
    {
        value = [];
        int count = spot.Element.ValueKind == JsonValueKind.Array ? spot.Element.GetArrayLength() : 0;
        if (count == 0)
        {
            spot.Refuse(Expected);
            return false;
        }

        if (count < minimumCount || count > maximumCount)
        {
            spot.Errors.Add(spot.Path, $"a list of {count:N0} value{(count == 1 ? "" : "s")} is not {Expected}.");
            return false;
        }

        List<T> values = [];
        foreach (JsonSpot each in spot.Elements())
        {
            if (element.TryRead(each, out T read))
            {
                if (values.Count > 0 && read.CompareTo(values[^1]) <= 0)
                {
                    each.Refuse($"above {element.Text(values[^1])}, the one before it");
                    return false;
                }

                values.Add(read);
            }
        }

        value = [.. values];
        return values.Count == count;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value)
    {
        writer.WriteStartArray();
        foreach (T each in value)
        {
            element.Write(writer, each);
        }

        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public override string Text(ImmutableArray<T> value)
    {
        return string.Join(", ", value.Select(element.Text));
    }

    /// <inheritdoc/>
    public override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "array");
        writer.WriteNumber("minItems", minimumCount);
        writer.WriteNumber("maxItems", maximumCount);
        writer.WriteBoolean("uniqueItems", true);
        writer.WriteStartObject("items");
        element.WriteSchema(writer);
        writer.WriteEndObject();
    }
}
