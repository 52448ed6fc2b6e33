using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using GanSweep.Tables.Text;

namespace GanSweep.Training.Generators;

/// <summary>A list of finite numbers on one line, however many, each of which reads back to the same bits.</summary>
internal sealed class NumberLineConverter<T> : JsonConverter<ImmutableArray<T>>
    where T : struct, INumber<T>
{
    private const int LongestNumber = 32;

    // Without a message of its own, the serializer gives the exception one that names the place.
    public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        ImmutableArray<T>.Builder numbers = ImmutableArray.CreateBuilder<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number
                || !T.TryParse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out T number)
                || !T.IsFinite(number))
            {
                throw new JsonException();
            }

            numbers.Add(number);
        }

        return numbers.DrainToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options)
    {
        ArrayBufferWriter<byte> line = new();
        line.Write("["u8);
        foreach (T number in value)
        {
            if (!T.IsFinite(number))
            {
                throw new ArgumentException($"{number} cannot be written: a generator's file holds finite numbers only.", nameof(value));
            }

            line.Write(line.WrittenCount > 1 ? ", "u8 : []);
            string format = number is double exact ? RoundTrip.FormatOf(exact) : string.Empty;
            number.TryFormat(line.GetSpan(LongestNumber), out int written, format, CultureInfo.InvariantCulture);
            line.Advance(written);
        }

        line.Write("]"u8);
        writer.WriteRawValue(line.WrittenSpan, skipInputValidation: true);
    }
}
