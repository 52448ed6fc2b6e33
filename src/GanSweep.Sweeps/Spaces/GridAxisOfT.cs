using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Contracts.Configurations;
using GanSweep.Sweeps.Settings;

namespace GanSweep.Sweeps.Spaces;

/// <summary>A <see cref="GridAxis"/> that knows its type.</summary>
/// <param name="key">The key.</param>
/// <param name="values">Its values, distinct.</param>
internal sealed class GridAxis<T>(ConfigurationKey<T> key, ImmutableArray<T> values) : GridAxis
    where T : notnull
{
    private readonly Dictionary<T, int> _positions =
        values.Index().ToDictionary(pair => pair.Item, pair => pair.Index, key.Kind.Comparer);

    public override string Key => key.Name;

    public override int Count => values.Length;

    public ImmutableArray<T> Values => values;

    internal override GanConfiguration Apply(GanConfiguration configuration, int index)
    {
        return key.With(configuration, values[index]);
    }

    internal override int? IndexOf(GanConfiguration configuration)
    {
        return _positions.TryGetValue(key.Get(configuration), out int index) ? index : null;
    }

    public override void WriteValues(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (T value in values)
        {
            key.Kind.Write(writer, value);
        }

        writer.WriteEndArray();
    }
}
