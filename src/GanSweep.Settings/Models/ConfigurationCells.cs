using System.Globalization;
using System.Text.Json;
using GanSweep.Settings.Values;

namespace GanSweep.Settings.Models;

/// <summary>The values of a configuration's canonical text as cells of tables. Knows no model, so that any can be shown.</summary>
public sealed class ConfigurationCells
{
    private readonly OrderedDictionary<string, string> _cells = new(StringComparer.Ordinal);

    /// <summary>Reads the text.</summary>
    /// <param name="model">The model's name, which the text of the implied one leaves out.</param>
    /// <param name="json">What <see cref="Configuration.Json"/> gave.</param>
    public ConfigurationCells(string model, string json)
    {
        _cells.Add(ModelCatalog.Key, model);
        using JsonDocument document = JsonDocument.Parse(json);
        foreach (JsonProperty value in document.RootElement.EnumerateObject())
        {
            _cells[value.Name] = CellText.Of(value.Value);
        }
    }

    /// <summary>One value of a configuration, without the others.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="json">What <see cref="Configuration.Json"/> gave.</param>
    /// <param name="key">The key.</param>
    public static string ValueOf(string model, string json, string key)
    {
        if (key == ModelCatalog.Key)
        {
            return model;
        }

        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(key, out JsonElement value) ? CellText.Of(value) : "";
    }

    /// <summary>The keys, "model" first, the others in the order in which they are written.</summary>
    public IEnumerable<string> Keys => _cells.Keys;

    /// <summary>The epochs that are configured.</summary>
    public string Epochs => this[LoopKeys.Epochs.Name];

    /// <summary>The rows that a value of a column is told of, as <see cref="LoopKeys.MinimumCountOf"/> has it: 1 where every value is, as it was before there was the key.</summary>
    public int MinimumCount => this[LoopKeys.ExactValues.Name] == "false" && int.TryParse(this[LoopKeys.MinimumCount.Name], CultureInfo.InvariantCulture, out int rows) ? rows : 1;

    /// <summary>A value: <c>nonSaturating</c>, <c>64-64</c>, <c>0.0002</c>; empty where the model has no such key.</summary>
    public string this[string key] => _cells.TryGetValue(key, out string? cell) ? cell : "";
}
