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
        throw new NotSupportedException("Documents are written, never read.");
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<TNumber> value, JsonSerializerOptions options)
    {
        writer.WriteRawValue($"[{string.Join(',', value.Select(Text))}]");
    }

    private static string Text(TNumber number)
    {
        return TNumber.IsFinite(number) ? number.ToString(null, CultureInfo.InvariantCulture) : "null";
    }
}
