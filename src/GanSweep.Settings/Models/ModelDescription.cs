using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Reading;

namespace GanSweep.Settings.Models;

/// <summary>
/// What there is to say about a model without training one: its name, the keys of its configuration, which of them do nothing when, and what
/// its losses are called. The parser of sweep.json, the schema, the help, the run keys and all that shows losses are made from it.
/// </summary>
public sealed class ModelDescription
{
    private readonly Dictionary<ConfigurationKey, int> _positions;
    private readonly Dictionary<string, ConfigurationKey> _byName;

    /// <summary>Describes a model.</summary>
    /// <param name="name">Its name in sweep.json.</param>
    /// <param name="summary">What it is, in a sentence.</param>
    /// <param name="keys">Its keys. Their order is part of every run key and sweep id: new ones go to the end.</param>
    public ModelDescription(string name, string summary, params ImmutableArray<ConfigurationKey> keys)
    {
        Name = name;
        Summary = summary;
        Keys = keys;
        Names = [.. keys.Select(key => key.Name)];
        _positions = keys.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        _byName = keys.ToDictionary(key => key.Name);
        EffectRules = [.. LoopKeys.EffectRules.Where(rule => rule.Governing.Add(rule.Key).All(keys.Contains))];
        Defaults = new Configuration(this, [.. keys.Select(key => key.DefaultValue)]);
    }

    /// <summary>Its name in sweep.json.</summary>
    public string Name { get; }

    /// <summary>What it is, in a sentence.</summary>
    public string Summary { get; }

    /// <summary>Its keys, in the order in which they are written.</summary>
    public ImmutableArray<ConfigurationKey> Keys { get; }

    /// <summary>The names of its keys.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Whether a sweep.json that names no model means this one: that of the time before there were several.</summary>
    public bool IsImplied { get; init; }

    /// <summary>Which values do the same when: those of the loop's keys, then those of its own.</summary>
    public ImmutableArray<EffectRule> EffectRules { get; init => field = [.. field, .. value]; } = [];

    /// <summary>The losses that it reports every epoch. Their order is that of results and checkpoints.</summary>
    public required ImmutableArray<LossSeries> Losses { get; init; }

    /// <summary>What its losses tell, in words that can follow "Losses tell": <c>how the two networks hold one another in check</c>; may be null.</summary>
    public string? LossesTell { get; init; }

    /// <summary>The configuration of defaults.</summary>
    public Configuration Defaults { get; }

    /// <summary>The key of that name, or null.</summary>
    public ConfigurationKey? Find(string name)
    {
        return _byName.GetValueOrDefault(name);
    }

    /// <summary>
    /// The configuration that a configuration amounts to: values without effect are replaced by one that stands for all that do the same.
    /// Runs of equal ones give the same bits.
    /// </summary>
    /// <param name="configuration">One of this model's.</param>
    /// <param name="rows">Rows that are trained on.</param>
    public Configuration EffectiveOf(Configuration configuration, int rows)
    {
        return EffectRules.Aggregate(configuration, (effective, rule) => rule.Apply(effective, rows));
    }

    /// <summary>Reads the text of a configuration: the canonical one, or an older one that lacks keys, which get their defaults.</summary>
    /// <exception cref="InvalidSettingsException">It is not a configuration of this model.</exception>
    public Configuration Parse(string json)
    {
        using JsonDocument document = JsonText.Parse(json);
        SettingErrors errors = new();
        Configuration configuration = Read(new JsonSpot(document.RootElement, "$", errors));
        errors.ThrowIfAny();
        return configuration;
    }

    /// <summary>Reads a configuration's own object; what is wrong with it is reported where it stands.</summary>
    public Configuration Read(JsonSpot spot)
    {
        return Read(new JsonSection(spot, [ModelCatalog.Key, .. Names], _ => null));
    }

    /// <summary>Reads the values that a section says; what is wrong with them is reported where they stand.</summary>
    public Configuration Read(JsonSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        object[] values = [.. Keys.Select(key => key.DefaultValue)];
        foreach ((string name, JsonSpot spot) in section.Values)
        {
            if (_byName.GetValueOrDefault(name) is { } key && key.ReadValue(spot) is { } value)
            {
                values[PositionOf(key)] = value;
            }
        }

        return new Configuration(this, ImmutableCollectionsMarshal.AsImmutableArray(values));
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        return Name;
    }

    internal int PositionOf(ConfigurationKey key)
    {
        return _positions.TryGetValue(key, out int position)
            ? position
            : throw new KeyNotFoundException($"The model {Name} has no key \"{key}\". Its keys: {string.Join(", ", Names)}.");
    }
}
