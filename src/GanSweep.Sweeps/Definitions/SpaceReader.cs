using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;
using GanSweep.Settings.Values;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Definitions;

/// <summary>
/// Reads what a sweep.json says of configurations: "config", and "space", an object or a list of alternatives. A section has the keys of the models that it is
/// about: of "space" those that "model" lists in it, or else the one of "config"; of "config" all that are trained.
/// </summary>
/// <param name="models">The models that it may name.</param>
/// <param name="defaults">As of when keys that it leaves out have their values.</param>
/// <param name="errors">What is wrong is reported here.</param>
internal sealed class SpaceReader(ModelCatalog models, KeyDefaults defaults, SettingErrors errors)
{
    /// <summary>The most alternatives: whatever is looked for in a space is looked for in each.</summary>
    public const int MostAlternatives = 1_000;

    public Alternatives Read(JsonSection root)
    {
        int errorsBefore = errors.Count;
        JsonSpot? config = root.Values.TryGetValue(SweepSettings.Config, out JsonSpot found) ? found : null;
        ModelDescription told = config is { } said ? ModelIn(said) : models.Implied;
        (JsonSpot? Spot, ImmutableArray<ModelDescription> Models)[] parts = [.. PartsOf(root).Select(spot => (spot, ModelsIn(spot) ?? [told]))];

        ModelDescription[] trained = [.. parts.SelectMany(part => part.Models).Distinct()];
        JsonSection? shared = config is null
            ? null
            : new JsonSection(config.Value, [ModelCatalog.Key, .. trained.SelectMany(model => model.Names).Distinct()], name => TopHome(name) ?? OtherModelHome(name));
        if (shared?.Values.TryGetValue(ModelCatalog.Key, out JsonSpot name) == true)
        {
            models.Choice.ReadValue(name);
        }

        Dictionary<ModelDescription, Configuration> bases = trained.ToDictionary(
            model => model, model => shared is null ? model.DefaultsAsOf(defaults) : model.Read(shared, model.DefaultsAsOf(defaults)));
        Alternatives alternatives = new([.. parts.SelectMany(part => ReadAlternatives(part.Spot, [.. part.Models.Select(model => bases[model])], shared))]);
        if (errors.Count == errorsBefore)
        {
            SweepChecks.CheckLength(alternatives, errors);
            SweepChecks.CheckEffects(alternatives, defaults, errors);
        }

        return alternatives;
    }

    // What is tried of some models, an alternative each; without a section each is one configuration.
    private IEnumerable<Alternative> ReadAlternatives(JsonSpot? spot, ImmutableArray<Configuration> bases, JsonSection? shared)
    {
        if (spot is not { } section)
        {
            return bases.Select(configuration => new Alternative(configuration, [], $"$.{SweepSettings.Space}"));
        }

        List<Axis>[] axes = [.. bases.Select(_ => new List<Axis>())];
        foreach ((string name, JsonSpot list) in new JsonSection(section, NamesOf(bases), name => TopHome(name) ?? HomeBeside(bases, name)).Values)
        {
            if (shared?.Values.ContainsKey(name) == true)
            {
                errors.Add(list.Path, "the key is in \"config\" too; keep it in one of them.");
            }

            for (int i = 0; i < bases.Length; i++)
            {
                if (bases[i].Model.Find(name) is { } key && ReadAxis(key, list) is { } axis)
                {
                    axes[i].Add(axis);
                }
            }
        }

        return bases.Zip(axes, (configuration, own) => new Alternative(configuration, [.. own], section.Path));
    }

    private static Axis? ReadAxis(ConfigurationKey key, JsonSpot spot)
    {
        if (spot.Element.ValueKind == JsonValueKind.Object && key.Ranges is { } ranges)
        {
            return ranges.TryRead(spot, out NumberRange range) ? new RangeAxis(key, range) : null;
        }

        return key.ReadList(spot) is { } values ? new ListAxis(key, values) : null;
    }

    // The objects of "space"; one that is not there where there is no such section.
    private IEnumerable<JsonSpot?> PartsOf(JsonSection root)
    {
        if (!root.Values.TryGetValue(SweepSettings.Space, out JsonSpot space))
        {
            return [null];
        }

        if (space.Element.ValueKind != JsonValueKind.Array)
        {
            if (space.Element.ValueKind != JsonValueKind.Object)
            {
                space.Refuse("an object, or a list of objects");
                return [null];
            }

            return [space];
        }

        if (space.Element.GetArrayLength() is 0 or > MostAlternatives)
        {
            errors.Add(space.Path, $"a list of alternatives has 1 to {MostAlternatives:N0} objects; this one has {space.Element.GetArrayLength():N0}.");
            return [null];
        }

        return space.Elements().Select(CheckAlternative);
    }

    private JsonSpot? CheckAlternative(JsonSpot spot)
    {
        if (spot.Element.ValueKind == JsonValueKind.Object && !spot.Element.EnumerateObject().Any())
        {
            errors.Add(spot.Path, "the alternative has no key; list a model or other values, or remove it.");
        }

        return spot;
    }

    // Which keys there are hangs on the model; what is wrong with its name is reported where the section is read.
    private ModelDescription ModelIn(JsonSpot config)
    {
        return MemberOf(config) is { } name && name.TryGetText(out string text) && models.Find(text) is { } model ? model : models.Implied;
    }

    // Null where a part of the space lists none.
    private ImmutableArray<ModelDescription>? ModelsIn(JsonSpot? part)
    {
        return part is { } spot && MemberOf(spot) is { } list && models.Choice.ReadList(list) is { IsEmpty: false } names
            ? [.. names.Select(name => models[(string)name])]
            : null;
    }

    private static JsonSpot? MemberOf(JsonSpot section)
    {
        return section.Element.ValueKind == JsonValueKind.Object
            && section.Members().FirstOrDefault(member => member.Name == ModelCatalog.Key) is { Name: { } name, Value: var value }
            ? section.Member(name, value)
            : null;
    }

    // The keys that all models of a part have.
    private static string[] NamesOf(ImmutableArray<Configuration> bases)
    {
        return [ModelCatalog.Key, .. bases[0].Model.Names.Where(name => bases.All(configuration => configuration.Model.Find(name) is not null))];
    }

    private string? HomeBeside(ImmutableArray<Configuration> bases, string name)
    {
        ModelDescription[] owners = [.. bases.Select(configuration => configuration.Model).Where(model => model.Find(name) is not null)];
        return owners.Length == 0
            ? OtherModelHome(name)
            : $"in an alternative without the other models, \"space\": [ {{ \"model\": [{string.Join(", ", owners.Select(model => $"\"{model}\""))}], \"{name}\": [...] }}, ... ]";
    }

    private string? OtherModelHome(string name)
    {
        string owners = string.Join(" or ", models.Models.Where(model => model.Find(name) is not null).Select(model => model.Name));
        return owners.Length > 0 ? $"to the model {owners}" : null;
    }

    private static string? TopHome(string name)
    {
        return SweepSettings.Names.Contains(name) ? "at the top of the file" : null;
    }
}
