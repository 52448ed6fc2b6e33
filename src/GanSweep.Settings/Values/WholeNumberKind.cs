using System.Numerics;
using System.Text.Json;
using GanSweep.Settings.Reading;

namespace GanSweep.Settings.Values;

/// <summary>Whole numbers from <paramref name="minimum"/> to <paramref name="maximum"/>; 1e3 and 1000.0 are 1000.</summary>
public sealed class WholeNumberKind<T>(T minimum, T maximum) : ValueKind<T>, INumberKind<T>
    where T : struct, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public override string Expected => $"a whole number from {minimum:N0} to {maximum:N0}";

    bool INumberKind<T>.IsWhole => true;

    /// <inheritdoc/>
    public override bool TryRead(JsonSpot spot, out T value)
    {
        value = minimum;
        if (!TryGetWhole(spot.Element, out long whole) || whole < long.CreateChecked(minimum) || whole > long.CreateChecked(maximum))
        {
            spot.Refuse(Expected);
            return false;
        }

        value = T.CreateChecked(whole);
        return true;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value)
    {
        writer.WriteNumberValue(long.CreateChecked(value));
    }

    /// <inheritdoc/>
    public override string Text(T value)
    {
        return $"{value}";
    }

    /// <inheritdoc/>
    public override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "integer");
        writer.WriteNumber("minimum", long.CreateChecked(minimum));
        writer.WriteNumber("maximum", long.CreateChecked(maximum));
    }

    double INumberKind<T>.ToNumber(T value)
    {
        return double.CreateChecked(value);
    }

    T INumberKind<T>.FromNumber(double number)
    {
        return T.CreateChecked(number);
    }

    private static bool TryGetWhole(JsonElement element, out long whole)
    {
        whole = 0;
        if (element.ValueKind != JsonValueKind.Number || element.TryGetInt64(out whole))
        {
            return element.ValueKind == JsonValueKind.Number;
        }

        // Beyond 2^53 a double no longer says which whole number was written.
        bool isWhole = element.TryGetDouble(out double number) && double.IsInteger(number) && Math.Abs(number) <= 1L << 53;
        whole = isWhole ? (long)number : 0;
        return isWhole;
    }
}
