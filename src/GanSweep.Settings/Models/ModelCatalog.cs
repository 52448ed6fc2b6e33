using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Reading;
using GanSweep.Settings.Values;

namespace GanSweep.Settings.Models;

/// <summary>The models that a sweep can train.</summary>
public sealed class ModelCatalog
{
    /// <summary>The key of sweep.json that names the model.</summary>
    public const string Key = "model";

    private readonly Dictionary<string, ModelDescription> _byName;

    /// <summary>Collects models.</summary>
    /// <param name="models">The models; one of them is what a sweep.json means that names none.</param>
    public ModelCatalog(params ImmutableArray<ModelDescription> models)
    {
        Models = models;
        Implied = models.Single(model => model.IsImplied);
        Choice = new ConfigurationKey<string>(Key, "The model that is trained: its keys are those that a configuration has.", new NameKind([.. models.Select(model => model.Name)]), Implied.Name);
        _byName = models.ToDictionary(model => model.Name);
    }

    /// <summary>The models.</summary>
    public ImmutableArray<ModelDescription> Models { get; }

    /// <summary>The model of a sweep.json that names none.</summary>
    public ModelDescription Implied { get; }

    /// <summary>The key that names the model.</summary>
    public ConfigurationKey<string> Choice { get; }

    /// <summary>Every key of every model by its name, the first model's first.</summary>
    public IEnumerable<ConfigurationKey> Keys => Models.SelectMany(model => model.Keys).DistinctBy(key => key.Name);

    /// <summary>The model of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ModelDescription this[string name] => _byName.TryGetValue(name, out ModelDescription? model)
        ? model
        : throw new KeyNotFoundException(
            $"This version of GanSweep has no model \"{name}\"; it has {string.Join(", ", _byName.Keys)}. Use the same version on every silo and client.");

    /// <summary>Reads a configuration's own object, of whichever model it names; what is wrong with it is reported where it stands.</summary>
    public Configuration Read(JsonSpot spot)
    {
        if (spot.Element.ValueKind != JsonValueKind.Object || !spot.Element.TryGetProperty(Key, out JsonElement name))
        {
            return Implied.Read(spot);
        }

        JsonSpot named = spot with { Element = name, Path = Shown.Path(spot.Path, Key) };
        return Choice.ReadValue(named) is string model ? this[model].Read(spot) : Implied.Defaults;
    }

    /// <summary>What a key is, with the models that it is of, where it is not of all, and with its defaults, where they differ.</summary>
    public string DescriptionOf(ConfigurationKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        ModelDescription[] owners = [.. OwnersOf(key)];
        string description = key.Setting.Description;
        if (owners.Length < Models.Length)
        {
            description += $" Only in the model {string.Join(" or ", owners.Select(model => model.Name))}.";
        }

        return HaveOneDefault(key)
            ? description
            : $"{description} Left out: {string.Join(", ", owners.Select(model => $"{model.Find(key.Name)!.DefaultText} of {model}"))}.";
    }

    /// <summary>Whether the models that have a key have one default for it, or leave it open.</summary>
    public bool HaveOneDefault(ConfigurationKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return OwnersOf(key).All(model => key.AreSame(key.DefaultValue, model.Find(key.Name)!.DefaultValue));
    }

    /// <summary>The model of that name, or null.</summary>
    public ModelDescription? Find(string name)
    {
        return _byName.GetValueOrDefault(name);
    }

    /// <summary>One of a model's losses. What this version does not know, but a store may still hold, is shown by its name alone.</summary>
    /// <param name="model">The name of the model.</param>
    /// <param name="series">The name of the loss.</param>
    public LossSeries LossOf(string model, string series)
    {
        return Find(model)?.Losses.FirstOrDefault(loss => loss.Name == series) ?? new LossSeries(series, series);
    }

    private IEnumerable<ModelDescription> OwnersOf(ConfigurationKey key)
    {
        return Models.Where(model => model.Find(key.Name) is not null);
    }
}
