using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GanSweep.Documents;

/// <summary>Losses, epochs and run numbers on one line. What is not finite is null.</summary>
/// <typeparam name="TNumber">The numbers.</typeparam>
internal sealed class NumbersConverter<TNumber> : JsonConverter<ImmutableArray<TNumber>>
    where TNumber : INumberBase<TNumber>
{
    public override ImmutableArray<TNumber> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        List<TNumber> numbers = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            numbers.Add(TNumber.Parse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture));
        }

        return [.. numbers];
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<TNumber> value, JsonSerializerOptions options)
    {
        writer.WriteRawValue(Text(value));
    }

    /// <summary>The list on one line.</summary>
    public static string Text(IEnumerable<TNumber> numbers)
    {
        return $"[{string.Join(',', numbers.Select(Text))}]";
    }

    private static string Text(TNumber number)
    {
        return TNumber.IsFinite(number) ? number.ToString(null, CultureInfo.InvariantCulture) : "null";
    }
}
