using System.Text.Json;
using GanSweep.Settings.Reading;

namespace GanSweep.Settings.Keys;

/// <summary>An object of the text whose keys are known: unknown and repeated ones have been reported, the others can be read.</summary>
public sealed class JsonSection
{
    private readonly OrderedDictionary<string, JsonSpot> _values = [];
    private readonly string _path;
    private readonly bool _isObject;
    private readonly SettingErrors _errors;

    /// <summary>Opens the object.</summary>
    /// <param name="spot">Where the object should be.</param>
    /// <param name="names">The keys that it may have.</param>
    /// <param name="home">Says of a key that belongs elsewhere where that is; otherwise null.</param>
    public JsonSection(JsonSpot spot, IReadOnlyCollection<string> names, Func<string, string?> home)
    {
        _path = spot.Path;
        _errors = spot.Errors;
        _isObject = spot.Element.ValueKind == JsonValueKind.Object;
        if (!_isObject)
        {
            spot.Refuse("an object");
            return;
        }

        foreach ((string? name, JsonElement value) in spot.Members())
        {
            Take(name, value, names, home);
        }
    }

    /// <summary>The known keys that are there, in the text's order.</summary>
    public IReadOnlyDictionary<string, JsonSpot> Values => _values;

    /// <summary>Reads a value; false when it is absent, or wrong and reported.</summary>
    public bool TryRead<T>(Setting<T> setting, out T value)
        where T : notnull
    {
        value = default!;
        return _values.TryGetValue(setting.Name, out JsonSpot spot) && setting.Kind.TryRead(spot, out value);
    }

    /// <summary>Reads a value; its default when it is absent, or wrong and reported.</summary>
    public T Read<T>(Setting<T> setting)
        where T : notnull
    {
        return TryRead(setting, out T value) ? value : setting.Default;
    }

    /// <summary>Reads a value that must be there.</summary>
    public T Require<T>(Setting<T> setting)
        where T : notnull
    {
        if (_isObject && !_values.ContainsKey(setting.Name))
        {
            _errors.Add(Shown.Path(_path, setting.Name), $"is missing; {setting.Kind.Expected} is needed.");
        }

        return Read(setting);
    }

    private void Take(string? name, JsonElement value, IReadOnlyCollection<string> names, Func<string, string?> home)
    {
        if (name is null)
        {
            _errors.Add(_path, "a key holds half of a surrogate pair, which is no text.");
            return;
        }

        string path = Shown.Path(_path, name);
        if (!names.Contains(name))
        {
            _errors.Add(path, home(name) is { } place
                ? $"the key does not belong here but {place}{NearMiss.Hint(name, names)}"
                : $"unknown key{NearMiss.Hint(name, names)} Allowed: {string.Join(", ", names)}.");
        }
        else if (!_values.TryAdd(name, new JsonSpot(value, path, _errors)))
        {
            _errors.Add(path, "the key is there twice; keep one.");
        }
    }
}
