using System.Text.Json;
using System.Text.Json.Serialization;
using GanSweep.Contracts.Runs;
using GanSweep.Settings.Models;

namespace GanSweep.Documents;

/// <summary>Configurations by the keys of sweep.json, all of them, on one line.</summary>
internal sealed class ConfigurationConverter : JsonConverter<RunConfiguration>
{
    public override RunConfiguration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return new RunConfiguration(document.RootElement.GetProperty(ModelCatalog.Key).GetString()!, document.RootElement.GetRawText());
    }

    public override void Write(Utf8JsonWriter writer, RunConfiguration value, JsonSerializerOptions options)
    {
        // The text of the model that sweep.json need not name leaves it out.
        string named = $"{{\"{ModelCatalog.Key}\":\"{value.Model}\"";
        bool isNamed = value.Json.StartsWith(named, StringComparison.Ordinal);
        writer.WriteRawValue(isNamed ? value.Json : named + (value.Json == "{}" ? "}" : $",{value.Json[1..]}"));
    }
}
