using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using GanSweep.Search.Domains;

namespace GanSweep.Search.Tests.Oracles;

/// <summary>The golden files beside the test assembly.</summary>
internal static class OracleFiles
{
    public static JsonElement Read(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Oracles", $"{name}.json")));
        return document.RootElement.Clone();
    }

    /// <summary>A number as the files have it: those that are not finite are words.</summary>
    public static double Number(this JsonElement element)
    {
        return element.ValueKind == JsonValueKind.String ? double.Parse(element.GetString()!, CultureInfo.InvariantCulture) : element.GetDouble();
    }

    public static double[] Numbers(this JsonElement element)
    {
        return [.. element.EnumerateArray().Select(Number)];
    }

    public static string[] Names(this JsonElement space)
    {
        return [.. space.EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()!)];
    }

    public static ImmutableArray<Parameter> Parameters(this JsonElement space)
    {
        return [.. space.EnumerateArray().Select(ToParameter)];
    }

    private static Parameter ToParameter(JsonElement parameter)
    {
        return parameter.GetProperty("type").GetString() == "categorical"
            ? new ChoiceParameter(parameter.GetProperty("choices").GetArrayLength())
            : new NumberParameter(
                parameter.GetProperty("low").Number(),
                parameter.GetProperty("high").Number(),
                parameter.GetProperty("log").GetBoolean(),
                parameter.GetProperty("step").ValueKind == JsonValueKind.Null ? null : parameter.GetProperty("step").Number());
    }
}
