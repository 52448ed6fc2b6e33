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
    private readonly Lazy<ImmutableArray<EffectRule>> _effectRules;
    private readonly ImmutableArray<EffectRule> _ownRules = [];

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
        _effectRules = new Lazy<ImmutableArray<EffectRule>>(() => [.. LoopKeys.EffectRulesOf(this), .. _ownRules]);
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

    /// <summary>Which values do the same when, and what is left open: the rules of the loop's keys, then those that are set, of its own.</summary>
    public ImmutableArray<EffectRule> EffectRules { get => _effectRules.Value; init => _ownRules = value; }

    /// <summary>The key that says how many batches go into an update of the generator, which is what <see cref="LoopKeys.Steps"/> counts; null if it is one.</summary>
    public ConfigurationKey<int>? BatchesOfUpdate { get; init; }

    /// <summary>The most rows of a batch where <see cref="LoopKeys.BatchSize"/> is left open; null for what suits a GAN.</summary>
    public int? SuitedBatch { get; init; }

    /// <summary>The length of a training on so many rows where <see cref="LoopKeys.Steps"/> and <see cref="LoopKeys.Epochs"/> are left open; null for <see cref="LoopKeys.DefaultSteps"/> whatever the rows.</summary>
    public Func<int, int>? SuitedSteps { get; init; }

    /// <summary>The steps in which one of its rows is drawn; null if a row is one pass through its network.</summary>
    public RowSteps? StepsOfRow { get; init; }

    /// <summary>The losses that it reports every epoch. Their order is that of results and checkpoints.</summary>
    public required ImmutableArray<LossSeries> Losses { get; init; }

    /// <summary>What its losses tell, in words that can follow "Losses tell": <c>how the two networks hold one another in check</c>; may be null.</summary>
    public string? LossesTell { get; init; }

    /// <summary>The configuration of defaults.</summary>
    public Configuration Defaults => DefaultsAsOf(KeyDefaults.Current);

    /// <summary>What a configuration that says nothing did at some time: older stores and generators are read so.</summary>
    public Configuration DefaultsAsOf(KeyDefaults time)
    {
        return new Configuration(this, [.. Keys.Select(key => key.DefaultAsOf(time))]);
    }

    /// <summary>The key of that name, or null.</summary>
    public ConfigurationKey? Find(string name)
    {
        return _byName.GetValueOrDefault(name);
    }

    /// <summary>
    /// The configuration that a configuration amounts to: nothing is left open, and values without effect are replaced by one that stands for
    /// all that do the same. Runs of equal ones give the same bits.
    /// </summary>
    /// <param name="configuration">One of this model's.</param>
    /// <param name="size">How large the table is that it is trained on.</param>
    public Configuration EffectiveOf(Configuration configuration, TrainingSize size)
    {
        return EffectRules.Aggregate(configuration, (effective, rule) => rule.Apply(effective, size));
    }

    /// <summary>The configuration as it is trained: what it leaves open has the value that suits the table, and what it says stays.</summary>
    /// <param name="configuration">One of this model's.</param>
    /// <param name="size">How large the table is that it is trained on.</param>
    public Configuration FittedTo(Configuration configuration, TrainingSize size)
    {
        return EffectRules.Where(rule => rule.Fits).Aggregate(configuration, (fitted, rule) => rule.Apply(fitted, size));
    }

    /// <summary>
    /// Reads the text of a configuration that left nothing open: the canonical one, or an older one that lacks keys, which get what was done
    /// before there were those (<see cref="KeyDefaults.BeforeFitting"/>).
    /// </summary>
    /// <exception cref="InvalidSettingsException">It is not a configuration of this model.</exception>
    public Configuration Parse(string json)
    {
        using JsonDocument document = JsonText.Parse(json);
        SettingErrors errors = new();
        Configuration configuration = Read(new JsonSpot(document.RootElement, "$", errors));
        errors.ThrowIfAny();
        return configuration;
    }

    /// <summary>Reads a configuration's own object, as <see cref="Parse"/> does; what is wrong with it is reported where it stands.</summary>
    public Configuration Read(JsonSpot spot)
    {
        return Read(new JsonSection(spot, [ModelCatalog.Key, .. Names], _ => null), DefaultsAsOf(KeyDefaults.BeforeFitting));
    }

    /// <summary>Reads the values that a section says; what is wrong with them is reported where they stand.</summary>
    /// <param name="section">The section.</param>
    /// <param name="others">The values of the keys that it does not say.</param>
    public Configuration Read(JsonSection section, Configuration others)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(others);
        object?[] values = [.. Keys.Select(key => others[key])];
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
