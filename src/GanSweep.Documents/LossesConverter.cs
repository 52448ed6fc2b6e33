using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using GanSweep.Contracts.Runs;

namespace GanSweep.Documents;

/// <summary>The losses of a run as JSON: the epochs, then each loss under its name, one value an epoch, null for one that is not finite. Each list is on one line.</summary>
internal sealed class LossesConverter : JsonConverter<LossHistory>
{
    private const string Epochs = "epoch";

    public override LossHistory Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        int first = document.RootElement.TryGetProperty(Epochs, out JsonElement epochs) && epochs.GetArrayLength() > 0 ? epochs[0].GetInt32() : LossHistory.Empty.FirstEpoch;
        return new LossHistory(
            first,
            [
                .. document.RootElement.EnumerateObject()
                    .Where(series => series.Name != Epochs)
                    .Select(series => new LossValues(series.Name, [.. series.Value.EnumerateArray().Select(ValueOf)])),
            ]);
    }

    public override void Write(Utf8JsonWriter writer, LossHistory value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        WriteSeries(writer, Epochs, Enumerable.Range(value.FirstEpoch, value.Count));
        foreach (LossValues series in value.Series)
        {
            WriteSeries(writer, series.Name, series.Values);
        }

        writer.WriteEndObject();
    }

    private static void WriteSeries<TNumber>(Utf8JsonWriter writer, string name, IEnumerable<TNumber> numbers)
        where TNumber : INumberBase<TNumber>
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(NumbersConverter<TNumber>.Text(numbers));
    }

    private static float ValueOf(JsonElement value)
    {
        return value.ValueKind == JsonValueKind.Null ? float.NaN : float.Parse(value.GetRawText(), CultureInfo.InvariantCulture);
    }
}
