using System.Text.Json;

namespace GanSweep.Settings.Keys;

/// <summary>A key of sweep.json that takes a value: its name and what it is for.</summary>
public abstract class Setting(string name, string description)
{
    /// <summary>Its name in sweep.json.</summary>
    public string Name { get; } = name;

    /// <summary>One sentence, without range and default, which the kind and the default tell.</summary>
    public string Description { get; } = description;

    /// <summary>Writes the members of the JSON Schema that allows the setting's values.</summary>
    public abstract void WriteType(Utf8JsonWriter writer);

    /// <summary>Writes the default as the member "default", if there is one.</summary>
    public abstract void WriteDefault(Utf8JsonWriter writer);
}
