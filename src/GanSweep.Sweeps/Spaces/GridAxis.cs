using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Settings.Models;

namespace GanSweep.Sweeps.Spaces;

/// <summary>One key of "space" and the distinct values that it takes, in the file's order.</summary>
public sealed class GridAxis
{
    private readonly Dictionary<object, int> _positions;

    internal GridAxis(ConfigurationKey key, ImmutableArray<object> values)
    {
        Key = key;
        Values = values;
        _positions = values.Index().ToDictionary(pair => pair.Item, pair => pair.Index, key.Comparer);
    }

    /// <summary>The key.</summary>
    public ConfigurationKey Key { get; }

    /// <summary>Its values, at least one.</summary>
    public ImmutableArray<object> Values { get; }

    /// <summary>The number of values, at least 1.</summary>
    public int Count => Values.Length;

    /// <summary>Writes the values as a JSON list.</summary>
    public void WriteValues(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        foreach (object value in Values)
        {
            Key.Write(writer, value);
        }

        writer.WriteEndArray();
    }

    /// <summary>The index of the first value that does what the configuration's own does, or null.</summary>
    /// <param name="effective">A configuration that amounts to itself.</param>
    /// <param name="size">How large the table is that is trained on.</param>
    internal int? IndexOf(Configuration effective, TrainingSize size)
    {
        ModelDescription model = effective.Model;
        if (model.EffectRules.Any(rule => rule.Key == Key))
        {
            return Values.Index()
                .Where(value => Key.AreSame(model.EffectiveOf(effective.With(Key, value.Item), size)[Key], effective[Key]))
                .Select(value => (int?)value.Index)
                .FirstOrDefault();
        }

        return effective[Key] is { } value && _positions.TryGetValue(value, out int index) ? index : null;
    }
}
