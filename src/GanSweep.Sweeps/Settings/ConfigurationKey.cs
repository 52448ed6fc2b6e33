using System.Text.Json;
using GanSweep.Contracts.Configurations;
using GanSweep.Sweeps.Json;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Settings;

/// <summary>A key of "config" and "space": the setting and the member of <see cref="GanConfiguration"/> that it stands for.</summary>
internal abstract class ConfigurationKey
{
    public abstract Setting Setting { get; }

    public string Name => Setting.Name;

    /// <summary>A copy of the configuration with a value of "config"; the same configuration when it is wrong, which is reported.</summary>
    public abstract GanConfiguration ReadInto(GanConfiguration configuration, JsonSpot spot);

    /// <summary>Reads a list of "space"; null when it is wrong, which is reported.</summary>
    public abstract GridAxis? ReadAxis(JsonSpot spot);

    /// <summary>Whether two configurations agree in this key.</summary>
    public abstract bool AreEqual(GanConfiguration one, GanConfiguration other);

    /// <summary>A hash of this key's value.</summary>
    public abstract int HashOf(GanConfiguration configuration);

    /// <summary>Writes this key's value as JSON.</summary>
    public abstract void WriteValue(Utf8JsonWriter writer, GanConfiguration configuration);

    /// <summary>This key's value as a cell of a table.</summary>
    public abstract string ValueText(GanConfiguration configuration);
}
