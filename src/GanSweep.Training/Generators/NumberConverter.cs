using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using GanSweep.Tables.Text;

namespace GanSweep.Training.Generators;

/// <summary>A finite number that reads back to the same bits.</summary>
internal sealed class NumberConverter : JsonConverter<double>
{
    // Without a message of its own, the serializer gives the exception one that names the place.
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value) && double.IsFinite(value)
            ? value
            : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"{value} cannot be written: a generator's file holds finite numbers only.", nameof(value));
        }

        writer.WriteRawValue(value.ToString(RoundTrip.FormatOf(value), CultureInfo.InvariantCulture), skipInputValidation: true);
    }
}
