using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Contracts.Configurations;
using GanSweep.Sweeps.Settings;

namespace GanSweep.Sweeps.Definitions;

/// <summary>Configurations as they are written in sweep.json, and as cells of tables.</summary>
public static class ConfigurationJson
{
    /// <summary>The keys of "config" and "space", in the order in which they are written.</summary>
    public static ImmutableArray<string> Keys => ConfigurationKeys.Names;

    /// <summary>Writes an object with every key, defaults too; equal configurations give the same bytes.</summary>
    public static void Write(Utf8JsonWriter writer, GanConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(configuration);
        writer.WriteStartObject();
        foreach (ConfigurationKey key in ConfigurationKeys.All)
        {
            writer.WritePropertyName(key.Name);
            key.WriteValue(writer, configuration);
        }

        writer.WriteEndObject();
    }

    /// <summary>A value as the cell of a table: <c>nonSaturating</c>, <c>64-64</c>, <c>0.0002</c>.</summary>
    /// <exception cref="ArgumentException">Configurations have no such key; the seed, which is a run's, is none.</exception>
    public static string ValueText(GanConfiguration configuration, string key)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(key);
        return ConfigurationKeys.Find(key)?.ValueText(configuration)
            ?? throw new ArgumentException($"Configurations have no key \"{key}\". Allowed: {string.Join(", ", Keys)}.", nameof(key));
    }
}
