using System.Globalization;
using System.Text.Json;
using GanSweep.Settings.Reading;

namespace GanSweep.Settings.Values;

/// <summary>Finite numbers of a range.</summary>
public sealed class NumberKind : ValueKind<double>, INumberKind<double>
{
    /// <summary>The least number.</summary>
    public required double Minimum { get; init; }

    /// <summary>The greatest number.</summary>
    public required double Maximum { get; init; }

    /// <summary>Whether the minimum itself is not allowed.</summary>
    public bool ExcludesMinimum { get; init; }

    /// <summary>Whether the maximum itself is not allowed.</summary>
    public bool ExcludesMaximum { get; init; }

    /// <inheritdoc/>
    public override string Expected => (ExcludesMinimum, ExcludesMaximum) switch
    {
        (false, false) => $"a number from {Minimum:#,0.##} to {Maximum:#,0.##}",
        (false, true) => $"a number from {Minimum:#,0.##} to below {Maximum:#,0.##}",
        (true, false) => $"a number above {Minimum:#,0.##}, at most {Maximum:#,0.##}",
        (true, true) => $"a number above {Minimum:#,0.##} and below {Maximum:#,0.##}",
    };

    bool INumberKind<double>.IsWhole => false;

    /// <inheritdoc/>
    public override bool TryRead(JsonSpot spot, out double value)
    {
        value = Minimum;
        if (spot.Element.ValueKind != JsonValueKind.Number || !spot.Element.TryGetDouble(out double number) || !IsAllowed(number))
        {
            spot.Refuse(Expected);
            return false;
        }

        // -0 becomes 0: one value, one run.
        value = number + 0.0;
        return true;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value)
    {
        writer.WriteNumberValue(value);
    }

    /// <summary>The shortest digits that read back as the same number: 0.0002, 5e-5.</summary>
    public override string Text(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return CellText.OfNumber(text);
    }

    /// <inheritdoc/>
    public override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "number");
        writer.WriteNumber(ExcludesMinimum ? "exclusiveMinimum" : "minimum", Minimum);
        writer.WriteNumber(ExcludesMaximum ? "exclusiveMaximum" : "maximum", Maximum);
    }

    double INumberKind<double>.ToNumber(double value)
    {
        return value;
    }

    double INumberKind<double>.FromNumber(double number)
    {
        return number;
    }

    private bool IsAllowed(double number)
    {
        return (ExcludesMinimum ? number > Minimum : number >= Minimum) && (ExcludesMaximum ? number < Maximum : number <= Maximum);
    }
}
